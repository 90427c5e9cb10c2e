import { readFileSync } from 'node:fs';

const REQUIRED = /REQUIRED_VSCODE_VERSION = '\^1\.(\d+)\.\d+'/;

/**
 * VS Code looks at `engines` before it installs or starts an extension. The language client asks once more, with a library for versions that is larger than our
 * own part of the client: the build looks whether both want the same, and leaves the question out.
 * @type {import('esbuild').Plugin}
 */
export const newEnough = {
  name: 'VS Code is new enough',
  setup(build) {
    build.onLoad({ filter: /[\\/]vscode-languageclient[\\/]lib[\\/]node[\\/]main\.js$/ }, ({ path: file }) => {
      const whole = readFileSync(file, 'utf8');
      const required = Number(REQUIRED.exec(whole)?.[1]);
      const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
      const promised = Number(/^\^1\.(\d+)\./.exec(engines.vscode)?.[1]);
      if (!(promised >= required))
        throw new Error(`${file} wants VS Code 1.${required}, engines in package.json 1.${promised}`);
      const contents = whole
        .replace(/^const semver\w+ = require\("semver\/functions\/\w+"\);\n/gm, '')
        .replace(/^( {4})checkVersion\(\) \{\n.*?^\1\}\n/ms, '    checkVersion() {}\n');
      if (contents.includes('semver')) throw new Error(`${file}: versions are not where the build looks for them`);
      return { contents };
    });
  },
};
