/** Characters that would move the cursor, colour the screen or turn the direction of writing; and halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text from a plan as it may be written where others read it: control characters become pictures of themselves. */
export function visible(text: string): string {
  return text.replaceAll(INVISIBLE, picture);
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x7f) return '␡';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '�';
}
