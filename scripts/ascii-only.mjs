import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes the characters beyond ASCII as escapes that esbuild leaves as they are, those of regular expressions: V8 keeps the source of every script,
 * and one such character makes it twice as large.
 * @type {import('esbuild').Plugin}
 */
export const asciiOnly = {
  name: 'ASCII only',
  setup({ initialOptions: { outfile = '' }, onEnd }) {
    onEnd(({ outputFiles, errors }) => {
      if (errors.length > 0) return;
      if (!outputFiles) writeFileSync(outfile, escaped(readFileSync(outfile, 'utf8')));
      for (const file of outputFiles ?? [])
        if (file.path.endsWith('.js')) file.contents = new TextEncoder().encode(escaped(file.text));
    });
  },
};

/** The same script in ASCII alone. */
export function escaped(script) {
  return script.replace(/[\u0080-\uffff]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
