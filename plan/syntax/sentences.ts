/**
 * What a YAML error means to the person who typed it. Codes are those of the `yaml` library
 * (https://eemeli.org/yaml/#errors); the sentences are ours.
 */
const SENTENCES: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'An alias (*name) cannot have an anchor or tag of its own. Remove what stands before the star.',
  BAD_ALIAS: 'This alias is not a name. Write * followed by the name of an anchor.',
  BAD_ANCHOR: 'This anchor is not a name. Write & followed by a name, before the value.',
  BAD_COLLECTION_TYPE: 'This tag does not fit the value that follows. Remove the tag.',
  BAD_DIRECTIVE: 'This line begins with % and is read as an instruction to YAML. Put the text in quotes.',
  BAD_DQ_ESCAPE:
    'This backslash sequence means nothing inside double quotes. Write \\\\ for a backslash, or use single quotes.',
  BAD_INDENT: 'This line is indented differently from its neighbours. Line it up with the entries around it.',
  BAD_PROP_ORDER: 'Anchor or tag stands in the wrong place. It goes after the colon, before the value.',
  BAD_SCALAR_START: 'A value cannot begin with this character. Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'A second “key: value” stands on this line. Start a new line for it, or put the value in quotes.',
  BLOCK_IN_FLOW: 'Indented lists and text blocks cannot stand inside [ ] or { }. Separate the entries with commas.',
  DUPLICATE_KEY: 'This key stands twice.',
  IMPOSSIBLE: 'YAML cannot read this place.',
  KEY_OVER_1024_CHARS: 'This key is too long to be one. A colon or a quote is probably missing before it.',
  MISSING_CHAR: 'Something is missing here: a colon after a key, a comma, a space, or a closing quote or bracket.',
  MULTILINE_IMPLICIT_KEY: 'This key runs over several lines. A colon is probably missing on the line above.',
  MULTIPLE_ANCHORS: 'A value can have one anchor only.',
  MULTIPLE_DOCS: 'A second document begins here.',
  MULTIPLE_TAGS: 'A value can have one tag only.',
  NON_STRING_KEY: 'A key must be text.',
  TAB_AS_INDENT: 'A tab indents this line. YAML allows spaces only.',
  TAG_RESOLVE_FAILED: 'This tag is not known. Remove it.',
  TOO_DEEP:
    'This line is indented deeper than the one above, which has its value already. Line it up with the entries that it belongs to.',
  UNEXPECTED_TOKEN:
    'This does not fit what stands before it. Check the indentation, and put values with : or # in quotes.',
  DEPTH: 'The document is nested too deeply to be read. A plan needs no more than ten levels.',
};

/** Sharper words where the library's own message tells which of several things happened. */
const SHARPER: readonly (readonly [RegExp, string])[] = [
  [
    /Missing closing "quote|Missing closing 'quote|Missing closing .quote/,
    'A quote is opened here and never closed. Add the closing quote.',
  ],
  [/end with a \]/, 'The list opened with [ is not closed. Add ].'],
  [/end with a \}/, 'The braces opened with { are not closed. Add }.'],
  [
    /Implicit keys need to be on a single line|Implicit map keys need to be followed by map values/,
    'A colon is missing after this key. Write “key: value”.',
  ],
  [
    /without - indicator/,
    'This line is indented differently from the entries above it. Line it up with the one it belongs to.',
  ],
  [
    /block sequence may not be used as an implicit map key/,
    'This dash stands in a column in which no list goes on. Line it up with the dashes of its list.',
  ],
  [/Unresolved alias/, 'This alias refers to no anchor. Define it with & before it is used, or remove it.'],
  [/Missing , between/, 'A comma is missing between two entries.'],
];

/** The sentence for a YAML error. Never throws. */
export function problemMessage(code: string, original: string): string {
  for (const [pattern, sentence] of SHARPER) {
    if (pattern.test(original)) return sentence;
  }
  return SENTENCES[code] ?? 'YAML cannot read this place. Check quotes, colons and indentation around it.';
}

/** The sentence for a line that begins with a mark of git's, where a merge left what both sides say. */
export function mergeMessage(mark: string): string {
  return mark === '<'
    ? 'A merge is not finished here: git left what both sides say, one above =======, the other below. Keep what holds, and remove the lines of marks down to >>>>>>>.'
    : 'This line is left of a merge that is not finished. Keep what holds of both sides, and remove it.';
}
