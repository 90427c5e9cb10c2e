/** What begins so is not left out: a withheld field and one that stays say the same. */
const STAYS = 'Stays: ';

/** What an audience does not get, and then what stays all the same, on one line. Empty where there is neither. */
export function leftOutLine(leftOut: readonly string[]): string {
  const gone = leftOut.filter(one => !one.startsWith(STAYS));
  const stays = leftOut.filter(one => one.startsWith(STAYS));
  return [gone.join(' · '), ...stays].filter(part => part !== '').join('. ');
}
