import path from 'node:path';
import * as esbuild from 'esbuild';

/**
 * The styles of pages that stand alone are put together when the bundle is made, so that who writes such a page reads no other file.
 * @type {import('esbuild').Plugin}
 */
export const stylesInside = {
  name: 'styles inside',
  setup(build) {
    build.onLoad({ filter: /[\\/]export[\\/](?:portfolio[\\/])?styles\.ts$/ }, async ({ path: file }) => {
      const entry = path.join(path.dirname(file), 'paper.css');
      const { outputFiles, metafile } = await esbuild.build({
        entryPoints: [entry],
        bundle: true,
        minify: true,
        write: false,
        metafile: true,
        logLevel: 'warning',
      });
      const css = outputFiles[0].text.trim();
      return {
        contents: `export const STYLES = ${JSON.stringify(css)};`,
        watchFiles: Object.keys(metafile.inputs).map(one => path.resolve(one)),
      };
    });
  },
};
