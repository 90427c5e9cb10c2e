import { enumerate, quoteShort } from '../words.ts';
import { isAbsolute, isPath } from './paths.ts';
import { PRESETS } from './presets.ts';
import type { Value } from './value.ts';

/** An entry of `extends`, with a way to say what is wrong with it. */
export interface Base {
  readonly name: string;
  say(message: string): void;
}

/** Reads `extends`: names of presets and relative paths. Whether a path leads anywhere is found when it is followed. Never throws. */
export function readExtends(value: Value): Base[] {
  const presets = PRESETS.map(({ name }) => name);
  return value.oneOrMore.flatMap(item => {
    const name = item.text;
    if (name === undefined || name.trim() === '') {
      item.say('“extends” takes the name of a preset or the path of another configuration, or a list of such.');
    } else if (presets.includes(name)) {
      return [{ name, say: (message: string) => item.say(message) }];
    } else if (!isPath(name)) {
      const advice = `Presets are ${enumerate(presets)}; a path ends with .yaml.`;
      item.unknown(`There is no preset ${quoteShort(name)}.`, presets, advice);
    } else if (isAbsolute(name)) {
      item.say(
        'A configuration that is extended is named by its path from this file, such as ../standards/plans.yaml.',
      );
    } else return [{ name, say: (message: string) => item.say(message) }];
    return [];
  });
}
