/** Characters that would move the cursor, colour the screen or turn the direction of writing; and halves of characters. */
export const INVISIBLE = /[\p{Cc}\p{Cs}\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Anything but characters that are certainly none of these: found in a fraction of the time, and most texts have none. */
const SUSPICIOUS = /[^ -~\xa0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\uffff]/;

/** Text from a plan as it may be written where others read it: control characters become pictures of themselves. */
export function visible(text: string): string {
  return SUSPICIOUS.test(text) ? text.replaceAll(INVISIBLE, picture) : text;
}

/** The same in markup, whose lines and tabs are its own. */
export function visibleMarkup(markup: string): string {
  return markup.replaceAll(INVISIBLE, sign => (/[\t\n\r]/.test(sign) ? sign : picture(sign)));
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x7f) return '␡';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '�';
}
