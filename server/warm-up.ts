import { setTimeout as rest } from 'node:timers/promises';
import { type Checker, type PlanFile, readInSteps } from '../plan/check.ts';
import type { Day } from '../plan/day.ts';
import { Memory } from '../plan/rules/memory.ts';
import type { Steps } from '../plan/steps.ts';
import type { TeamFormat } from '../plan/team-format.ts';
import { bitByBit } from './bit-by-bit.ts';
import { release } from './compilers.ts';

/** The client has much to ask when a document was opened; so many milliseconds after its first diagnostics, it has. */
const PATIENCE_MS = 100;
/** What the warm-up may cost at most: keys that nobody presses, and milliseconds of work. */
const KEYS = 12;
const WORK_MS = 250;
/** Of a longer text so many characters are enough: an edit reads one item. */
const LENGTH = 20_000;

/** What was judged first. */
interface First {
  readonly file: PlanFile;
  readonly team: TeamFormat;
  readonly checker: Checker;
  readonly today: Day;
}

/**
 * The first keys in a fresh process would take several times as long as later ones: V8 interprets what has run seldom. So while a person still
 * looks at the first document, a copy of its beginning is edited that nobody sees, in turns that let everything else pass, until somebody types.
 */
export class WarmUp {
  private state: 'cold' | 'waiting' | 'running' | 'over' = 'cold';

  /** Whether it has not begun yet. */
  get isDue(): boolean {
    return this.state === 'cold';
  }

  /** The first diagnostics of a document are there. Only the first call does anything. Never throws. */
  begin(first: First): void {
    if (this.state !== 'cold') return;
    this.state = 'waiting';
    setTimeout(() => {
      // What fails here has failed for the real document too, where it is told.
      if (this.state === 'waiting') this.run(first).catch(() => this.stop());
    }, PATIENCE_MS).unref();
  }

  /** Somebody types: from now on the document itself does the same. */
  stop(): void {
    if (this.state !== 'over') release();
    this.state = 'over';
  }

  private async run(first: First): Promise<void> {
    this.state = 'running';
    const memory = new Memory();
    const texts = versionsOf(first.file.text.slice(0, LENGTH));
    let before: PlanFile | undefined;
    let spent = 0;
    for (let key = 0; key < KEYS && spent < WORK_MS; key++) {
      const steps = press(first, texts[key % texts.length] ?? '', before, memory);
      const { value, ms } = await bitByBit(steps, () => this.goOn());
      before = value;
      // The first reads everything, and is no key yet.
      if (key > 0) spent += ms;
      await rest(1);
      this.goOn();
    }
    this.stop();
  }

  private goOn(): void {
    if (this.state === 'over') throw new Error('somebody types');
  }
}

/** What a key costs: reading and checking the version behind it, with the help of the one before. */
function* press(first: First, text: string, before: PlanFile | undefined, memory: Memory): Steps<PlanFile> {
  const file = yield* readInSteps(text, first.team, before);
  yield* first.checker.checkInSteps(file, first.today, { memory });
  return file;
}

/** The text without a letter at the end of one of its lines, and with it again: in the middle, where an outcome is. */
function versionsOf(text: string): readonly string[] {
  const end = text.indexOf('\n', text.length / 2);
  return [text, `${text.slice(0, end - 1)}${text.slice(end)}`];
}
