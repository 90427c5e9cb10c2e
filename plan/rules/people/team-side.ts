/**
 * The side that a team is on, by the words it is called with: `Customer team`, `Northwind depots`, `our CS team`. Undefined where the words
 * say nothing, or name both. Never throws.
 */
export function sideOfTeam(written: string, company: string): 'customer' | 'vendor' | undefined {
  const words = wordsOf(written);
  // “Customer success” is the vendor's own.
  const vendor = VENDOR.test(` ${words} `);
  const rest = ` ${words} `.replace(/ (?:customer success|account) (?:manager|managers|team|lead)? ?/, ' ');
  const [firm = ''] = wordsOf(company).split(' ');
  const customer = CUSTOMER.test(rest) || (firm.length > 2 && rest.includes(` ${firm} `));
  return customer === vendor ? undefined : customer ? 'customer' : 'vendor';
}

const CUSTOMER = / (?:customer|client|customers|clients|customer's|client's) /;
const VENDOR = / (?:vendor|vendors|vendor's|customer success|csm|csms|cs team|our|account executive|account team) /;

function wordsOf(text: string): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}
