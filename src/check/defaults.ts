import { RULE_LIMITS } from '../limits.js';
import type { DefaultStatement, Setting } from '../syntax/ast.js';
import type { Context } from './context.js';
import { anywhere } from './expressions/place.js';
import { wholeAt } from './expressions/wanted.js';
import { Once } from './once.js';
import type { Ruleset } from './ruleset.js';
import { checkSettings, type Settings, settingsOf } from './settings.js';

/** What `default …` statements set for the whole file. */
export interface Defaults {
  readonly settings: Settings;
  readonly choose: Ruleset['choose'];
  readonly searchLimit: number;
  readonly prices?: NonNullable<Ruleset['prices']>;
}

/** How many allowed sets of promotions count unless a file says otherwise. */
const SEARCH_LIMIT = 4096;

export function defaultsOf(statements: readonly DefaultStatement[], context: Context): Defaults {
  const said = statements.map((statement) => statement.setting);
  const once = new Once(context.findings);
  const first = said.filter(
    (setting) => isSetting(setting) || once.admits(`default ${setting.kind}`, setting.span),
  );
  const settings = settingsOf(said.filter(isSetting), context.findings);
  checkSettings(settings, anywhere(), context);
  const choose = first.find((setting) => setting.kind === 'choose');
  const limit = first.find((setting) => setting.kind === 'search-limit');
  const prices = first.find((setting) => setting.kind === 'prices');
  return {
    settings,
    choose: choose?.how ?? 'best',
    searchLimit: (limit && searchLimitOf(limit, context)) ?? SEARCH_LIMIT,
    ...(prices === undefined ? {} : { prices: { mode: prices.mode, per: prices.per } }),
  };
}

/** Every set is priced: more of them no cart can wait for. */
function searchLimitOf(
  { count }: Extract<DefaultStatement['setting'], { kind: 'search-limit' }>,
  context: Context,
): number | undefined {
  return wholeAt(count, 1, '`default search limit`', context, RULE_LIMITS.search);
}

function isSetting(setting: DefaultStatement['setting']): setting is Setting {
  return !FILE_ONLY.has(setting.kind);
}

const FILE_ONLY: ReadonlySet<string> = new Set(['choose', 'search-limit', 'prices', 'missing']);
