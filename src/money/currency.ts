/** A currency of ISO 4217: its code and how many decimals its smallest unit has. */
export interface Currency {
  readonly code: string;
  readonly digits: number;
}

/**
 * ISO 4217, tables A.1 and A.2 as of 2026-01-01; metals, bond units, `XDR`, `XSU`, `XUA`, `XTS` and `XXX`
 * have no minor unit and are left out.
 */
const TWO_DIGITS =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE ' +
  'CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD ' +
  'HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK ' +
  'MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD ' +
  'RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH ' +
  'USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG';
const NO_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND';
const FOUR_DIGITS = 'CLF UYW';

const CURRENCIES: ReadonlyMap<string, Currency> = new Map(
  [
    ...withDigits(NO_DIGITS, 0),
    ...withDigits(TWO_DIGITS, 2),
    ...withDigits(THREE_DIGITS, 3),
    ...withDigits(FOUR_DIGITS, 4),
  ]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((currency) => [currency.code, currency]),
);

/**
 * The currency with this code, written in capitals; nothing for a code that ISO 4217 does not list as active.
 */
export function currencyOf(code: string): Currency | undefined {
  return CURRENCIES.get(code);
}

/** All codes, sorted: what a message can suggest from. */
export function currencyCodes(): readonly string[] {
  return [...CURRENCIES.keys()];
}

function withDigits(codes: string, digits: number): readonly Currency[] {
  return codes.split(' ').map((code) => Object.freeze({ code, digits }));
}
