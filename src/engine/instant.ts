const DAY = 86_400_000;

/** The proleptic Gregorian date of a day counted from 1970-01-01. */
export function dateOf(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  // Counted from 0000-03-01, so that a leap day ends a year; 400 years have 146,097 days.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Epoch milliseconds as an instant in UTC: `2026-11-10T16:30:00Z`. */
export function instantText(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  const { year, month, day } = dateOf(days);
  const ofDay = milliseconds - days * DAY;
  const clock = [ofDay / 3_600_000, (ofDay / 60_000) % 60, (ofDay / 1000) % 60].map((part) =>
    digits(Math.floor(part), 2),
  );
  const rest = ofDay % 1000;
  const fraction = rest === 0 ? '' : `.${digits(rest, 3).replace(/0+$/, '')}`;
  return `${yearText(year)}-${digits(month, 2)}-${digits(day, 2)}T${clock.join(':')}${fraction}Z`;
}

/** Years outside 0000 to 9999 have a sign and six digits. */
function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return digits(year, 4);
  return `${year < 0 ? '-' : '+'}${digits(Math.abs(year), 6)}`;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
