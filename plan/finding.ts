import type { ReadDocument } from './model/index.ts';
import type { Engine } from './rules/engine.ts';
import type { Fix, Report, Severity } from './rules/rule.ts';
import { isSamePlace, type Occasion, type RawFinding } from './rules/said.ts';
import { Editor } from './syntax/edit.ts';
import type { Letters } from './syntax/edited-text.ts';
import { type Part, type Place, type Span, startOf } from './syntax/tree.ts';

/** One weak place of a plan. Spans count UTF-16 units from the start of the text. */
export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (Span & { readonly message: string })[];
  /** The repairs, worked out when asked for; empty if there is none. Throws what a faulty rule throws. */
  fixes(): readonly Fix[];
}

/** A finding, and what tells it again in a later version. */
export interface SaidFinding extends Finding {
  /** The same object as long as a rule is known to say the same of the same place: what follows from its words can be kept beside it. */
  readonly said: object;
}

/** A text that was checked. */
interface CheckedText {
  readonly text: string;
  readonly letters: Letters;
}

/** Where the findings of one document are. */
export class Placing {
  readonly read: ReadDocument;
  readonly file: CheckedText;
  private readonly engine: Engine;
  private readonly occasion: Occasion;
  /** The part that was last looked for, and where it starts: most findings follow others of theirs. */
  private part: Part | undefined;
  private start = 0;
  /** What rules said when they were asked again, by what they were shown. */
  private readonly again = new Map<unknown, Map<string, readonly RawFinding[]>>();

  constructor(engine: Engine, read: ReadDocument, occasion: Occasion, file: CheckedText) {
    this.engine = engine;
    this.read = read;
    this.occasion = occasion;
    this.file = file;
  }

  /** The place without the white space at its end, and never empty where there is a character to mark. */
  spanOf(place: Place): Span {
    if (place.part !== this.part) {
      this.part = place.part;
      this.start = startOf(this.read.model.syntax, place.part);
    }
    return trimmed(this.start + place.start, this.start + place.end, this.file.letters);
  }

  /** A finding's report as its rule makes it of this version. A rule may say thousands of things of one plan: it is asked once for all. */
  reportOf(raw: RawFinding): Report | undefined {
    const { kind, element } = raw.visit;
    if (raw.of === this.read.model) return raw.report;
    const ofThing = this.again.get(element) ?? new Map<string, readonly RawFinding[]>();
    this.again.set(element, ofThing);
    const key = `${kind} ${raw.rule}`;
    const said = ofThing.get(key) ?? this.engine.sayAgain(raw, this.read, this.occasion);
    ofThing.set(key, said);
    return said.find(({ place, report }) => isSamePlace(place, raw.place) && report.message === raw.report.message)
      ?.report;
  }
}

/** What a rule said, at its place in one version of a text. */
export class Placed implements SaidFinding {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: Finding['related'];
  readonly #raw: RawFinding;
  readonly #placing: Placing;

  constructor(raw: RawFinding, placing: Placing) {
    const { start, end } = placing.spanOf(raw.place);
    this.start = start;
    this.end = end;
    this.rule = raw.rule;
    this.severity = raw.severity;
    this.message = raw.report.message;
    this.related =
      raw.related.length === 0
        ? NOWHERE
        : raw.related.map(({ place, message }) => ({ ...placing.spanOf(place), message }));
    this.#raw = raw;
    this.#placing = placing;
  }

  get said(): object {
    return this.#raw;
  }

  fixes(): readonly Fix[] {
    const { read, file } = this.#placing;
    const fixes = this.#raw.report.fixes && this.#placing.reportOf(this.#raw)?.fixes;
    return (fixes?.(new Editor(file.text, read.model.syntax)) ?? []).filter(fix => fix !== undefined);
  }
}

const NOWHERE: Finding['related'] = [];

function trimmed(start: number, end: number, text: Letters): Span {
  let last = end;
  while (last > start + 1 && isBlank(text, last - 1)) last--;
  if (last > start) return { start, end: last };
  const from = Math.max(0, Math.min(start, text.length - 1));
  return { start: from, end: Math.min(text.length, from + 1) };
}

function isBlank(text: Letters, at: number): boolean {
  const code = text.charCodeAt(at);
  // Plain letters and signs need not be looked up.
  return (code <= 32 || code > 126) && /\s/.test(String.fromCharCode(code));
}
