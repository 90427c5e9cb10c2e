import * as vscode from 'vscode';

const OPEN_RULE = 'successPlan.openRule';

/** The folder with a page for every rule, as it lies in the package. Ends with a slash. */
export function rulePages(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'docs/rules/');
}

/**
 * The server links a finding's code to the rule's page, which is a file; opened as such it would show its source. Here the
 * link becomes a command that shows the page as it is meant to be read. Changes the findings in place.
 */
export function linkRulePages(findings: readonly vscode.Diagnostic[], pages: vscode.Uri): void {
  const folder = pages.toString();
  for (const finding of findings) {
    const { code } = finding;
    if (typeof code !== 'object') continue;
    const address = code.target.toString();
    if (!address.startsWith(folder) || !address.endsWith('.md')) continue;
    const rule = address.slice(folder.length, -'.md'.length);
    code.target = vscode.Uri.parse(`command:${OPEN_RULE}?${encodeURIComponent(JSON.stringify([rule]))}`);
  }
}

/** The command behind those links. */
export function registerRulePages(pages: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(OPEN_RULE, async (rule: unknown) => {
    if (typeof rule !== 'string' || !/^[a-z][a-z-]*$/.test(rule)) return;
    await vscode.commands.executeCommand('markdown.showPreviewToSide', vscode.Uri.joinPath(pages, `${rule}.md`));
  });
}
