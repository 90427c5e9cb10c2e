import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { escaped } from './ascii-only.mjs';
import { keepingCompiled } from './keeps-compiled.mjs';

/** What is imported by `import()`: the module itself, and what it may count on to be there. */
const LATER = 'later';

/** What several parts share and is smaller, in bytes, is put together: a file costs more than to read it along. */
const SMALL = 4000;

/**
 * A bundle in parts: what is imported by `import()` is a file of its own beside it, read when it is first needed, and what several parts need is there once.
 * esbuild cuts ES modules alone, so its files are turned into CommonJS afterwards, which starts sooner. All that is loaded at the start is one file, NAME-core.js,
 * whoever else needs some of it: each part imports all of it.
 * @type {esbuild.Plugin}
 */
export const inParts = {
  name: 'in parts',
  async setup(build) {
    const options = build.initialOptions;
    const { outfile, entryPoints, write = true, absWorkingDir = process.cwd(), minify, target, sourcemap } = options;
    const folder = path.resolve(absWorkingDir, path.dirname(outfile));
    const name = path.basename(outfile, '.js');
    const core = path.resolve(absWorkingDir, entryPoints[0]);
    delete options.outfile;
    Object.assign(options, {
      outdir: folder,
      entryNames: name,
      chunkNames: `${name}-[name]-[hash]`,
      format: 'esm',
      splitting: true,
      write: false,
      metafile: true,
      sourcemap: sourcemap && 'inline',
    });
    const others = options.plugins.filter(plugin => plugin !== inParts);
    const { metafile: uncounted } = await esbuild.build({ ...options, plugins: [...others, countingOn(() => [core])] });
    const small = smallOf(uncounted, absWorkingDir);
    countingOn(part => (small.users.has(part) ? [core, ...small.modules] : [core])).setup(build);

    build.onEnd(async result => {
      const { outputFiles, metafile } = result;
      if (!outputFiles) return;
      const names = namesOf(name, metafile);
      const nameOf = file => path.join(path.dirname(file), names.get(path.basename(file)) ?? path.basename(file));
      const made = await Promise.all(
        outputFiles.map(async file => {
          const { code } = await esbuild.transform(file.text, {
            ...COMMONJS,
            target,
            minify,
            sourcemap: options.sourcemap,
          });
          const text = [...names].reduce((all, [from, to]) => all.replaceAll(`./${from}`, `./${to}`), code);
          if (KEEP_COMPILED.has(path.basename(file.path)))
            return [nameOf(file.path), keepingCompiled(`${name}-core.js`)];
          return [nameOf(file.path), minify ? escaped(text) : text];
        }),
      );
      result.metafile = { ...metafile, outputs: renamed(metafile.outputs, nameOf, new Map(made), absWorkingDir) };
      if (!write) return;
      await mkdir(folder, { recursive: true });
      for (const file of await readdir(folder))
        if (file.startsWith(`${name}-`) && !made.some(([one]) => path.basename(one) === file))
          await rm(path.join(folder, file));
      for (const [file, text] of made) await writeFile(file, text);
    });
  },
};

/** Programs that are started again and again: what V8 compiles of them is kept. */
const KEEP_COMPILED = new Set(['server.js']);

/** @type {esbuild.TransformOptions} */
const COMMONJS = {
  format: 'cjs',
  platform: 'node',
  legalComments: 'none',
  // Parts are read by `require`, as all else.
  supported: { 'dynamic-import': false },
};

/** What esbuild tells of its files, by the names and sizes that they have in the end. */
function renamed(outputs, nameOf, texts, root) {
  return Object.fromEntries(
    Object.entries(outputs).map(([file, output]) => {
      const own = nameOf(file);
      const imports = output.imports.map(one => (one.external ? one : { ...one, path: nameOf(one.path) }));
      return [own, { ...output, imports, bytes: Buffer.byteLength(texts.get(path.resolve(root, own)) ?? '') }];
    }),
  );
}

/**
 * What is loaded later imports what it counts on to be there.
 * @param {(part: string) => readonly string[]} there
 */
function countingOn(there) {
  return {
    name: 'counting on what is there',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ kind, path: file, resolveDir, namespace }) =>
        kind === 'dynamic-import' && namespace === 'file'
          ? { path: path.join(resolveDir, file), namespace: LATER }
          : undefined,
      );
      build.onLoad({ filter: /./, namespace: LATER }, ({ path: part }) => ({
        contents: [...there(part).map(one => `import '${one}';`), `export * from '${part}';`].join('\n'),
        resolveDir: path.dirname(part),
      }));
    },
  };
}

/** The modules in small files that several parts need, and those parts. A file that needs a larger one is not read along. */
function smallOf({ outputs }, root) {
  const [core] = Object.values(outputs).find(({ entryPoint }) => entryPoint && !entryPoint.startsWith(LATER)).imports;
  const isSmall = file =>
    file === core?.path ||
    (isShared(file) &&
      outputs[file].bytes < SMALL &&
      outputs[file].imports.every(one => one.external || isSmall(one.path)));
  const small = Object.keys(outputs).filter(file => file !== core?.path && isSmall(file));
  const modules = small
    .flatMap(file => Object.entries(outputs[file].inputs))
    .filter(([module, { bytesInOutput }]) => bytesInOutput > 0 && !NOT_OURS.test(module))
    .map(([module]) => path.resolve(root, module));
  const users = Object.values(outputs)
    .filter(({ imports }) => imports.some(({ path: file }) => small.includes(file)))
    .flatMap(({ entryPoint }) => entryPoint?.replace(`${LATER}:`, '') ?? []);
  return { modules, users: new Set(users) };
}

/** What a plugin made up, which begins with its namespace, and packages: an import alone does not bring either along. */
const NOT_OURS = /^[\w ]{2,}:|(?:^|\/)node_modules\//;

function isShared(file) {
  return /-chunk-[A-Z0-9]{8}\.js$/.test(file);
}

/**
 * Names that stay the same from build to build. A part is called as the module that it begins with, and of several modules that go by one name, by
 * their folders too. Throws where two files would still be one.
 */
function namesOf(name, { outputs }) {
  const all = Object.entries(outputs).map(([file, output]) => [path.basename(file), output]);
  const core = path.basename(all.find(([file]) => file === `${name}.js`)?.[1].imports[0]?.path ?? '');
  const shared = all.filter(([file]) => isShared(file) && file !== core).sort((a, b) => b[1].bytes - a[1].bytes);
  const parts = all
    .filter(([file]) => /-[A-Z0-9]{8}\.js$/.test(file) && !isShared(file))
    .map(([file, { entryPoint }]) => ({ file, own: file.replace(/-[A-Z0-9]{8}\.js$/, '.js'), entryPoint }));
  const isAlone = own => parts.filter(part => part.own === own).length === 1;
  const named = parts.map(({ file, own, entryPoint = '' }) => {
    const folder = path.basename(path.dirname(entryPoint.replace(`${LATER}:`, '')));
    return [file, isAlone(own) ? own : own.replace(`${name}-`, `${name}-${folder}-`)];
  });
  const names = new Map([
    [core, `${name}-core.js`],
    ...shared.map(([file], index) => [file, `${name}-shared-${index + 1}.js`]),
    ...named,
  ]);
  const taken = [...names.values()];
  const twice = taken.find((one, index) => taken.indexOf(one) !== index);
  if (twice) throw new Error(`two parts of ${name} would be called ${twice}`);
  return names;
}
