import { readFileSync } from 'node:fs';

/**
 * The server never shows the page of a rule, so its bundle leaves out what only pages say. The rules are formatted by Biome, so that the
 * properties begin and end as told here; a rule in which they do not, stops the build.
 * @type {import('esbuild').Plugin}
 */
export const withoutPages = {
  name: 'rules without their pages',
  setup(build) {
    build.onLoad({ filter: /[\\/]plan[\\/]rules[\\/]catalogue[\\/][^\\/]+\.ts$/ }, ({ path: file }) => {
      const whole = readFileSync(file, 'utf8');
      let left = 3 + (/^ {2}optionWords: /m.test(whole) ? 1 : 0);
      const take = () => {
        left--;
        return '';
      };
      const contents = whole
        .replace(/^ {2}why: (?:`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'|\n {4}'(?:[^'\\\n]|\\.)*'),$/ms, take)
        .replace(/^ {2}summary:(?: |\n {4})(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),$/m, take)
        .replace(/^ {2}optionWords: \{(?:[^\n]*\},$|\n.*?^ {2}\},$)/ms, take)
        .replace(/^ {2}examples: \[(?:[^\n]*\],$|\n.*?^ {2}\],$)/ms, take);
      if (left > 0)
        throw new Error(`${file}: why, summary, options' words or examples are not where the build looks for them`);
      return { contents, loader: 'ts' };
    });
  },
};
