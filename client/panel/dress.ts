import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { panelPage } from './page.ts';

/** The folder from which a panel's page may load. */
export function panelRoot(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist');
}

/** Gives a webview its icon and its page: that of a plan's panel, or of the portfolio. */
export function dress(panel: vscode.WebviewPanel, extension: vscode.Uri, page: 'panel' | 'portfolio' = 'panel'): void {
  const { webview } = panel;
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(panelRoot(extension), file)).toString();
  panel.iconPath = {
    light: vscode.Uri.joinPath(extension, 'media/plan-light.svg'),
    dark: vscode.Uri.joinPath(extension, 'media/plan-dark.svg'),
  };
  webview.options = { enableScripts: true, localResourceRoots: [panelRoot(extension)] };
  webview.html = panelPage({
    script: address(page === 'panel' ? 'webview.js' : 'portfolio.js'),
    style: address(`${page}.css`),
    cspSource: webview.cspSource,
    nonce: randomBytes(18).toString('base64url'),
  });
}
