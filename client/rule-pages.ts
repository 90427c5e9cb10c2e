import * as vscode from 'vscode';

const OPEN_RULE = 'successPlan.openRule';

/** The name that findings in the configuration go by; there is no rule of that name. */
const SETTINGS_PAGE = 'config';

/** The folder with a page for every rule, as it lies in the package. Ends with a slash. */
export function rulePages(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'docs/rules/');
}

/**
 * The server links a finding's code to the rule's page, which is a file; opened as such it would show its source. Here the
 * link becomes a command that shows the page as it is meant to be read. Changes the findings in place.
 */
export function linkRulePages(findings: readonly vscode.Diagnostic[], pages: vscode.Uri): void {
  for (const { code } of findings) if (typeof code === 'object') code.target = shown(code.target, pages);
}

/** The same for links in texts, of which some lead to rules. Changes the links in place. */
export function linkPages(links: readonly vscode.DocumentLink[], pages: vscode.Uri): void {
  for (const link of links) if (link.target) link.target = shown(link.target, pages);
}

/** The command that shows a page, in place of its address; any other address as it is. */
function shown(target: vscode.Uri, pages: vscode.Uri): vscode.Uri {
  const address = target.toString();
  const rule = address === settingsPage(pages).toString() ? SETTINGS_PAGE : ruleOf(address, pages.toString());
  if (rule === undefined) return target;
  return vscode.Uri.parse(`command:${OPEN_RULE}?${encodeURIComponent(JSON.stringify([rule]))}`);
}

function ruleOf(address: string, folder: string): string | undefined {
  return address.startsWith(folder) && address.endsWith('.md')
    ? address.slice(folder.length, -'.md'.length)
    : undefined;
}

/** The page about `success-plan.config.yaml`, beside the folder of the rules' pages. */
function settingsPage(pages: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(pages, '../configuration.md');
}

/** The command behind those links. */
export function registerRulePages(pages: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(OPEN_RULE, async (rule: unknown) => {
    if (typeof rule === 'string' && /^[a-z][a-z-]*$/.test(rule)) await openRule(pages, rule);
  });
}

/** Shows the page of a rule beside the text. */
export async function openRule(pages: vscode.Uri, rule: string): Promise<void> {
  const page = rule === SETTINGS_PAGE ? settingsPage(pages) : vscode.Uri.joinPath(pages, `${rule}.md`);
  await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
}
