/**
 * Where a rule's page is: its path from the root of the package, `/` between the parts. The pages have no public address of their
 * own, so whoever needs one (an editor's link) puts the package's place in front.
 */
export function ruleHelp(id: string): string {
  return `docs/rules/${id}.md`;
}
