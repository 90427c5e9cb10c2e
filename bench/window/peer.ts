import * as path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/**
 * The least of an extension that yaml-language-server needs in VS Code: started by the first YAML file, its server in one file, settings handed over
 * when they are asked for. The extension that people install does all of this, and more.
 */
export function activate(context: ExtensionContext): Promise<void> {
  const run = { module: context.asAbsolutePath('server.js'), transport: TransportKind.ipc };
  const client = new LanguageClient(
    'yaml',
    'YAML',
    { run, debug: run },
    {
      documentSelector: [{ language: 'yaml' }],
      initializationOptions: { l10nPath: path.join(context.extensionPath, 'l10n') },
      synchronize: {
        configurationSection: ['yaml', 'http', 'http.proxy', 'http.proxyStrictSSL', '[yaml]', 'editor.tabSize'],
      },
    },
  );
  context.subscriptions.push(client);
  return client.start();
}
