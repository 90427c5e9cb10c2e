import { STYLES } from '../styles.ts';
import type { Palette } from './palette.ts';

/** What shapes and their words are drawn with. */
const DRAWN = /^(?:fill|stroke|opacity|paint-order|font-size|font-weight|overflow)(?:-[a-z]+)*$/;
/** Selectors that any program that draws SVG can follow. */
const PLAIN = /^(?:svg|text|tspan|\.[\w-]+)(?:[ .][\w.-]+)*$/;

/**
 * The panel's styles as far as they are about drawings, with colours in place of roles: programs that show pictures know neither variables nor
 * mixed colours, and of a picture's size nobody asks.
 */
export function drawingStyle(palette: Palette): string {
  const colours = new Map(Object.entries(palette));
  return ruleBlocks(STYLES)
    .flatMap(({ selectors, declarations }) => {
      const drawn = declarations.filter(([name]) => DRAWN.test(name));
      const kept = selectors.filter(selector => PLAIN.test(selector));
      if (
        kept.length === 0 ||
        !(drawn.some(([name]) => /^(?:fill|stroke|overflow)/.test(name)) || kept.some(one => /^svg /.test(one)))
      )
        return [];
      return [`${kept.join(',')}{${drawn.map(([name, value]) => `${name}:${coloured(value, colours)}`).join(';')}}`];
    })
    .join('');
}

interface Rule {
  readonly selectors: readonly string[];
  readonly declarations: readonly (readonly [name: string, value: string])[];
}

/** The rules that count at every width and in every medium. */
function ruleBlocks(styles: string): Rule[] {
  const rules: Rule[] = [];
  const plain = styles.replaceAll(/\/\*.*?\*\//gs, '');
  for (let at = 0; ; ) {
    const open = plain.indexOf('{', at);
    if (open < 0) return rules;
    const end = blockEnd(plain, open);
    const head = plain.slice(at, open).trim();
    if (!head.includes('@'))
      rules.push({
        selectors: head.split(',').map(one => one.trim().replaceAll(/\s+/g, ' ')),
        declarations: plain
          .slice(open + 1, end)
          .split(';')
          .map(one => one.split(/:(.*)/s))
          .flatMap(([name = '', value = '']) => (name.trim() === '' ? [] : [[name.trim(), value.trim()] as const])),
      });
    at = end + 1;
  }
}

function blockEnd(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}

function coloured(value: string, colours: ReadonlyMap<string, string>): string {
  return value
    .replaceAll(/var\(--([\w-]+)\)/g, (_, role: string) => colours.get(role) ?? colours.get('ink') ?? '')
    .replaceAll(/color-mix\(in srgb, ?(#[\da-f]{3,6}) (\d+)%, ?(#[\da-f]{3,6})\)/gi, (_, one, share, other) =>
      mixed(String(one), Number(share) / 100, String(other)),
    );
}

/** So much of the one colour, and the rest of the other. */
function mixed(one: string, share: number, other: string): string {
  const [a, b] = [channels(one), channels(other)];
  const mix = a.map((channel, i) => Math.round(channel * share + (b[i] ?? 0) * (1 - share)));
  return `#${mix.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? [...digits].map(digit => digit + digit).join('') : digits;
  return [0, 2, 4].map(at => Number.parseInt(full.slice(at, at + 2), 16));
}
