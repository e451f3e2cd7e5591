import type { Expression, Name, Setting } from '../syntax/ast.js';
import type { Context } from './context.js';
import { earlierLayer } from './expressions/layers.js';
import type { Place } from './expressions/place.js';
import { moneyAt } from './expressions/wanted.js';
import type { Findings } from './findings.js';
import { Once } from './once.js';
import type { AllocationPolicy, Rounding } from './ruleset.js';

/** What a promotion, a layer or the file sets; what it leaves out comes from the next level up. */
export interface Settings {
  readonly counting?: Expression;
  readonly rounding?: Rounding;
  readonly weights?: { readonly by: AllocationPolicy['weights']; readonly after?: Name };
  readonly share?: AllocationPolicy['share'];
  readonly remainder?: AllocationPolicy['remainder'];
  readonly overflow?: AllocationPolicy['overflow'];
}

/** The settings written at one level, each said once. */
export function settingsOf(settings: readonly Setting[], findings: Findings): Settings {
  const once = new Once(findings);
  return Object.assign(
    {},
    ...settings.filter((said) => once.admits(wordOf(said), said.span)).map(settingOf),
  ) as Settings;
}

/** `to` and `rest to` answer one question: who gets what the shares leave over. */
function wordOf(setting: Setting): string {
  return setting.kind === 'rest' ? 'to' : setting.kind;
}

function settingOf(setting: Setting): Settings {
  switch (setting.kind) {
    case 'counting':
      return { counting: setting.amount };
    case 'rounding':
      return { rounding: { mode: setting.mode, of: setting.of } };
    case 'share':
      return {
        weights: setting.after === undefined ? { by: setting.by } : { by: setting.by, after: setting.after },
      };
    case 'shares':
      return { share: setting.how };
    case 'to':
      return { remainder: setting.who };
    case 'rest':
      return { remainder: `rest-to-${setting.who}` };
    case 'overflow':
      return { overflow: setting.how };
  }
}

/** The layer a setting names and the amount it counts must be known, also where no promotion uses it. */
export function checkSettings(settings: Settings, place: Place, context: Context): void {
  if (settings.counting !== undefined) moneyAt(settings.counting, place, '`counting`', context);
  earlierLayer(settings.weights?.after, place, context);
}

export function roundingOf(settings: Settings): Rounding {
  return settings.rounding ?? { mode: 'half-up', of: 'discount' };
}

export function allocationOf(settings: Settings, place: Place, context: Context): AllocationPolicy {
  const after = earlierLayer(settings.weights?.after, place, context);
  return {
    weights: settings.weights?.by ?? 'value',
    ...(after === undefined ? {} : { after }),
    share: settings.share ?? 'down',
    remainder: settings.remainder ?? 'largest-fraction',
    overflow: settings.overflow ?? 'to-others',
  };
}
