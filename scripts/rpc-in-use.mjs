import { readFileSync } from 'node:fs';

/** What the server, and the library's own part for Node, take of the library's list of all that it has. */
export const IN_USE = new Set([
  'AbstractMessageBuffer',
  'AbstractMessageReader',
  'AbstractMessageWriter',
  'CancellationToken',
  'ConnectionStrategy',
  'Disposable',
  'Emitter',
  'ErrorCodes',
  'Message',
  'NullLogger',
  'RAL',
  'ReadableStreamMessageReader',
  'ResponseError',
  'WriteableStreamMessageWriter',
  'createMessageConnection',
]);

/**
 * vscode-jsonrpc is CommonJS, of which nothing falls away by itself: its list of all that it has is cut down to what is in use. And Node's `crypto`, which it
 * takes for identifiers that nobody asks for here, and which takes longer to load than a hundred kilobytes of ours, is loaded with the first of them.
 * @type {import('esbuild').Plugin}
 */
export const rpcInUse = {
  name: 'JSON-RPC, as far as in use',
  setup(build) {
    build.onLoad({ filter: /[\\/]vscode-jsonrpc[\\/]lib[\\/]common[\\/]api\.js$/ }, ({ path: file }) => {
      const left = new Set(IN_USE);
      const kept = readFileSync(file, 'utf8')
        .replace(/^exports\..* = void 0;$/gm, '')
        .replace(
          /^(?:Object\.defineProperty\(exports, "(\w+)", .*|exports\.(\w+) = .*)\n/gm,
          (line, name, other = name) => (other === '__esModule' || left.delete(name ?? other) ? line : ''),
        );
      if (left.size > 0) throw new Error(`${file}: ${[...left].join(', ')} are not where the build looks for them`);
      // A module of which nothing is left is not asked for.
      const contents = kept.replace(/^const (\w+) = require\("[^"]+"\);\n/gm, (line, name) =>
        kept.split(name).length > 2 ? line : '',
      );
      return { contents };
    });
    build.onLoad({ filter: /[\\/]vscode-jsonrpc[\\/]lib[\\/]node[\\/](?:main|ril)\.js$/ }, ({ path: file }) => {
      const whole = readFileSync(file, 'utf8');
      const contents = whole
        .replace(/^const crypto_1 = require\("crypto"\);\n/m, '')
        .replaceAll('crypto_1.', 'require("crypto").');
      if (contents.includes('crypto_1') || contents === whole)
        throw new Error(`${file}: crypto is not where the build looks for it`);
      return { contents };
    });
  },
};
