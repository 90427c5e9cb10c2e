/** The size in pixels of the labels in the drawings. */
export const LABEL_SIZE = 11;

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
  const letters = [...new Intl.Segmenter('en').segment(text.slice(0, 400))].map(part => part.segment);
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

/**
 * The text in one or two lines, broken between words so that the longer line is as short as it can be; neither is wider than
 * `room` pixels, what does not fit is cut with an ellipsis.
 */
export function wrap(text: string, room: number): string[] {
  const words = text.trim().split(/\s+/u);
  if (words.length === 1) return [clip(text.trim(), room)];
  let best: [string, string] | undefined;
  let bestWidth = Number.POSITIVE_INFINITY;
  const whole = words.length > 40 ? words.slice(0, 40) : words;
  for (let i = 1; i < whole.length; i++) {
    const first = whole.slice(0, i).join(' ');
    const width = textWidth(first);
    if (width > room && best !== undefined) break;
    const second = whole.slice(i).join(' ');
    const longer = Math.max(width, Math.min(textWidth(second), room + 1));
    // The last break that still helps fills the first line before the second is cut.
    if (longer < bestWidth || (longer === bestWidth && longer > room)) {
      best = [first, second];
      bestWidth = longer;
    }
  }
  return (best ?? [text]).map(line => clip(line, room));
}
