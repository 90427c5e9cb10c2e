import { MONTH_NAMES } from '../plan/day.ts';

/** A day as `plan/day.ts` writes it: `15 Jan 2026`, `15 Jan`. */
const DAY = new RegExp(`^(\\d{1,2}) (${MONTH_NAMES.join('|')})(?: (\\d{4}))?$`);

/** A leap year, for days that are said without theirs. */
const ANY_YEAR = 2024;

/**
 * Says what is put into a phrase in a language, as BCP 47 names it, where it is a day in English; everything else comes back as it is, and all of it if
 * nothing is known of the language. Never throws.
 */
export function daysIn(language: string): <T extends string | number>(said: T) => T | string {
  const format = writer(language);
  return said => {
    const [, day, month = '', year] = (typeof said === 'string' && DAY.exec(said)) || [];
    if (format === undefined || day === undefined) return said;
    const time = new Date(Date.UTC(Number(year ?? ANY_YEAR), MONTH_NAMES.indexOf(month), Number(day)));
    // What somebody typed need not be a day of the calendar.
    const isDay = time.getUTCDate() === Number(day) && time.getUTCFullYear() === Number(year ?? ANY_YEAR);
    return isDay ? format(time, year !== undefined) : said;
  };
}

function writer(language: string): ((time: Date, hasYear: boolean) => string) | undefined {
  const short = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return undefined;
    const near = new Intl.DateTimeFormat(language, short);
    const full = new Intl.DateTimeFormat(language, { ...short, year: 'numeric' });
    return (time, hasYear) => (hasYear ? full : near).format(time);
  } catch {
    // No language has such a name.
    return undefined;
  }
}
