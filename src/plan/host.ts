import type { PlanRules } from './types.js';

/** A time zone of recurring windows that the host's `Intl` does not know. */
export function unknownTimezone({ promotions }: PlanRules): string | undefined {
  const windows = promotions.flatMap((promotion) => promotion.windows ?? []);
  const timezones = new Set(windows.flatMap(({ recurring }) => (recurring ? [recurring.timezone] : [])));
  return [...timezones].find((timezone) => !isKnown(timezone));
}

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
