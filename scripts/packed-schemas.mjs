import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

/**
 * The schemas are mostly guidance, which nobody needs before the first hover, suggestion or misfit: a bundle carries them compressed, and
 * opens each when somebody first looks into it. What imports them sees the same objects as without this.
 * @type {import('esbuild').Plugin}
 */
export const packedSchemas = {
  name: 'schemas, packed',
  setup(build) {
    build.onLoad({ filter: /[\\/]schemas[\\/][^\\/]+\.schema\.json$/ }, ({ path: file }) => {
      const schema = JSON.parse(readFileSync(file, 'utf8'));
      const packed = brotliCompressSync(JSON.stringify(schema)).toString('base64');
      const keys = Object.keys(schema).map(
        key => `get ${JSON.stringify(key)}() { return whole()[${JSON.stringify(key)}]; },`,
      );
      const contents = [
        `import { brotliDecompressSync } from 'node:zlib';`,
        `let opened;`,
        `const whole = () => (opened ??= JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString()));`,
        `export default { ${keys.join(' ')} };`,
      ];
      return { contents: contents.join('\n'), loader: 'js' };
    });
  },
};
