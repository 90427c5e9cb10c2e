import { readFileSync } from 'node:fs';

/** Features of the language client that the server offers nothing for, by the library's files. The server's offers are in `server/offers.ts`. */
export const UNUSED = new Map([
  ['callHierarchy', 'CallHierarchyFeature'],
  ['colorProvider', 'ColorProviderFeature'],
  ['declaration', 'DeclarationFeature'],
  ['implementation', 'ImplementationFeature'],
  ['inlineCompletion', 'InlineCompletionItemFeature'],
  ['inlineValue', 'InlineValueFeature'],
  ['linkedEditingRange', 'LinkedEditingFeature'],
  ['notebook', 'NotebookDocumentSyncFeature'],
  ['signatureHelp', 'SignatureHelpFeature'],
  ['textDocumentContent', 'TextDocumentContentFeature'],
  ['typeDefinition', 'TypeDefinitionFeature'],
  ['typeHierarchy', 'TypeHierarchyFeature'],
]);

/** What the client asks of notebooks beside registering them: whether a document is a cell, and whether the feature is there. */
const NO_NOTEBOOKS = "class NotebookDocumentSyncFeature { static CellScheme = 'vscode-notebook-cell'; }";

/**
 * The language client is CommonJS and registers all features there are: those that the server never offers are left out.
 * @type {import('esbuild').Plugin}
 */
export const clientInUse = {
  name: 'language client, as far as in use',
  setup(build) {
    build.onLoad({ filter: /[\\/]vscode-languageclient[\\/]lib[\\/]common[\\/]client\.js$/ }, ({ path: file }) => {
      let contents = readFileSync(file, 'utf8');
      for (const [name, feature] of UNUSED) {
        const registered = `        this.registerFeature(new ${name}_1.${feature}(this));\n`;
        const asked = `const ${name}_1 = require("./${name}");\n`;
        if (!contents.includes(registered) || !contents.includes(asked))
          throw new Error(`${file}: ${feature} is not where the build looks for it`);
        contents = contents.replace(registered, '').replace(asked, '');
        if (name === 'notebook') contents = `const notebook_1 = { ${feature}: ${NO_NOTEBOOKS} };\n${contents}`;
        else if (contents.includes(`${name}_1.`)) throw new Error(`${file} has another use for ${feature}`);
      }
      return { contents };
    });
  },
};
