import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The schemas are mostly guidance, and a server that starts needs none of it. They lie beside the bundle in `guidance/`,
 * and each file is read when somebody first looks into it. What imports a schema sees the same object as without this.
 * @type {import('esbuild').Plugin}
 */
export const guidanceBeside = {
  name: 'guidance beside the bundle',
  setup(build) {
    const { outfile, outdir = path.dirname(outfile) } = build.initialOptions;
    const folder = path.join(outdir, 'guidance');
    build.onLoad({ filter: /[\\/]schemas[\\/][^\\/]+\.schema\.json$/ }, ({ path: file }) => {
      const schema = JSON.parse(readFileSync(file, 'utf8'));
      const name = path.basename(file).replace('.schema', '');
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, name), JSON.stringify(schema));
      const getters = Object.keys(schema).map(
        key => `get ${JSON.stringify(key)}() { return whole()[${JSON.stringify(key)}]; }`,
      );
      const contents = [
        `import { readFileSync } from 'node:fs';`,
        `import { join } from 'node:path';`,
        'let read;',
        `const whole = () => (read ??= JSON.parse(readFileSync(join(__dirname, 'guidance', '${name}'), 'utf8')));`,
        `export default { ${getters.join(', ')} };`,
      ];
      return { contents: contents.join('\n'), loader: 'js' };
    });
  },
};
