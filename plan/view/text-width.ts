/** The size in pixels of the labels in the drawings. */
const LABEL_SIZE = 11;

/*
 * Widths in thousandths of the font size, of a wide interface face (DejaVu Sans, Verdana): labels that fit in it fit in Segoe UI,
 * SF and Ubuntu with more than a tenth to spare, so the drawing needs no measuring in the browser.
 */
const BY_WIDTH: readonly (readonly [number, string])[] = [
  [290, "ijl'"],
  [330, '.,:;| !I‘’·'],
  [400, 'ftr()[]{}/\\-J"'],
  [520, 'szcxvky“”?_*'],
  [840, '+<>=≤≥~−±%'],
  [720, 'ACDGHKNOQRUVXY&'],
  [990, 'mwMW@—…'],
];
const WIDTHS = new Map<string, number>();
for (const [width, letters] of BY_WIDTH) for (const letter of letters) WIDTHS.set(letter, width);

/** Made when the first label is cut: it brings a dictionary along that nothing else needs. */
let graphemes: Intl.Segmenter | undefined;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const FULL =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3ffff}]$/u;

/** About how many pixels the text takes at the size of a label, rather too many than too few. Bold takes an eighth more. */
export function textWidth(text: string, strong = false): number {
  let width = 0;
  for (const letter of text) {
    const known = WIDTHS.get(letter);
    if (known !== undefined) width += known;
    else if (letter > '~' && ZERO.test(letter)) continue;
    else if (letter > '~' && FULL.test(letter)) width += letter > '\u{ffff}' ? 1300 : 1020;
    else width += 645;
  }
  return Math.ceil((width * LABEL_SIZE * (strong ? 1.14 : 1)) / 1000);
}

/** The text, or its beginning with an ellipsis, so that it takes no more than `room` pixels. Cuts between graphemes. */
export function clip(text: string, room: number, strong = false): string {
  if (textWidth(text, strong) <= room) return text;
  // A label never holds more letters than pixels: the rest of a very long name need not be looked at.
  graphemes ??= new Intl.Segmenter('en');
  const letters = [...graphemes.segment(text.slice(0, 400))].map(part => part.segment);
  const free = room - textWidth('…', strong);
  let kept = '';
  let width = 0;
  for (const letter of letters) {
    width += textWidth(letter, strong);
    if (width > free) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** A name broken into lines; `complete` when nothing had to be cut. */
export interface Wrapped {
  readonly lines: readonly string[];
  readonly complete: boolean;
}

/**
 * The text in at most `count` lines, broken between words so that the longest line is as short as it can be. No line is wider
 * than `room` pixels: what does not fit is cut with an ellipsis.
 */
export function wrap(text: string, room: number, count: number): Wrapped {
  const words = text.trim().split(/\s+/u);
  const lines = fill(words, narrowest(words, room, count), count);
  const clipped = lines.map(line => clip(line, room));
  return { lines: clipped, complete: clipped.every((line, i) => line === lines[i]) };
}

/** The smallest width, `room` at most, at which the words take no more than `count` lines. */
function narrowest(words: readonly string[], room: number, count: number): number {
  let low = Math.min(room, Math.max(...words.slice(0, 60).map(word => textWidth(word))));
  let high = room;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(words, middle, count)) high = middle;
    else low = middle + 1;
  }
  return high;
}

function fits(words: readonly string[], width: number, count: number): boolean {
  return words.length <= 60 && fill(words, width, count).every(line => textWidth(line) <= width);
}

/** Fills lines from the first on; the last takes all that is left. */
function fill(words: readonly string[], width: number, count: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [i, word] of words.entries()) {
    if (lines.length === count - 1) return [...lines, [line, ...words.slice(i)].filter(part => part !== '').join(' ')];
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
