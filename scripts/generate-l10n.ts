import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';

/** What is said to people in the sources, and calls whose words do not stand there as they are and could not be translated. */
export interface Said {
  readonly messages: readonly string[];
  /** `file: code` of such calls. */
  readonly unclear: readonly string[];
}

/** How the sources say something that can be translated: the client in VS Code's way, everything else as a phrase. */
const CALLS = /\b(?:l10n\.t|phrase)\(\s*/g;

/** A text in quotes, as JavaScript writes it. */
const LITERAL = /^(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")(?=\s*[,)])/;

/** Where `phrase` and `Phrasebook.say` themselves are defined. */
const DEFINITIONS: readonly string[] = ['plan/phrase.ts', 'server/phrasebook.ts'];

/** Everything that is said to people beside findings and guidance. */
export function readSaid(root: string): Said {
  const messages = new Set<string>();
  const unclear: string[] = [];
  for (const file of globSync('{plan,export,server,client}/**/*.ts', { cwd: root }).sort()) {
    if (DEFINITIONS.includes(file)) continue;
    const text = readFileSync(path.join(root, file), 'utf8');
    for (const call of text.matchAll(CALLS)) {
      const rest = text.slice(call.index + call[0].length);
      const literal = LITERAL.exec(rest)?.[0];
      if (literal === undefined) unclear.push(`${file}: ${rest.slice(0, 60)}`);
      else messages.add(textOf(literal));
    }
  }
  return { messages: [...messages].sort(), unclear };
}

/** l10n/bundle.l10n.json: the English sentences, from which translators begin. */
export function generateBundle(root: string): string {
  return JSON.stringify(Object.fromEntries(readSaid(root).messages.map(message => [message, message])), null, 2);
}

/** What a text in quotes stands for. */
function textOf(literal: string): string {
  const inner = literal.slice(1, -1).replace(/\\(u\{([0-9a-f]+)\}|u([0-9a-f]{4})|.)/gi, (_, all, braced, four) => {
    const code = braced ?? four;
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
    return { n: '\n', t: '\t' }[String(all)] ?? String(all);
  });
  return inner;
}
