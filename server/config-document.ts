import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ConfigFinding, configFindings } from '../plan/config/finding.ts';
import { CONFIG_FILE } from '../plan/config/names.ts';
import { parse } from '../plan/syntax/parse.ts';
import type { Source } from '../plan/syntax/tree.ts';
import { readConfigText } from './config-text.ts';
import { LinedText, type TextDocument } from './text.ts';

/** A configuration that the client has open, at one version. */
export interface ConfigDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: TextDocument;
  readonly source: Source;
  readonly findings: readonly ConfigFinding[];
}

/** True for the address of a team's configuration. */
export function isConfig(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_FILE}`) || uri === `untitled:${CONFIG_FILE}`;
}

/** Reads an open configuration as it stands in the editor, saved or not. Never rejects. */
export async function readConfigDocument(text: TextDocument): Promise<ConfigDocument> {
  const { uri, version } = text;
  const written = text.getText();
  const snapshot = new LinedText(uri, text.languageId, version, written);
  const { files } = await readConfigText(pathOf(uri) ?? `/${CONFIG_FILE}`, written);
  const findings = configFindings(files[0]?.problems ?? []);
  return { uri, version, text: snapshot, source: parse(written), findings };
}

let last: { readonly uri: string; readonly path: string | undefined } | undefined;

/** The path of a file on disk; undefined for a document that has none yet. Everything that is done for a key asks, most often for the same document. */
export function pathOf(uri: string): string | undefined {
  if (last?.uri !== uri) last = { uri, path: readPath(uri) };
  return last.path;
}

function readPath(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The name of a document without its folders, as people write it: a sign that an address cannot have stays as the client sent it. Never throws. */
export function fileNameOf(uri: string): string {
  const last = /[^/:\\]*$/.exec(uri)?.[0] ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The address of a file, as clients write it. */
export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}
