import { ResponseError } from 'vscode-jsonrpc/node';
import { Checker, type CheckResult, type PlanFile, readInSteps, readPlanFile } from '../plan/check.ts';
import { settingsFor } from '../plan/config/settings.ts';
import type { Day } from '../plan/day.ts';
import type { Finding, SaidFinding } from '../plan/finding.ts';
import type { PlanVersion } from '../plan/history/versions.ts';
import { Memory } from '../plan/rules/memory.ts';
import type { Fix } from '../plan/rules/rule.ts';
import { bitByBit } from './bit-by-bit.ts';
import { pathOf } from './config-document.ts';
import { slashed } from './config-file.ts';
import type { OpenDocument } from './documents.ts';
import { fastReader } from './fast-reader.ts';
import { Histories } from './histories.ts';
import { ErrorCode } from './lsp.ts';
import type { Session } from './session.ts';

type History = readonly PlanVersion[] | undefined;

/** A result, and all that it was worked out from beside the text. */
interface Judged {
  readonly today: Day;
  readonly checker: Checker;
  readonly history: History;
  readonly result: Promise<CheckResult>;
}

/** What the rules find in open plans: with the checker of each one's configuration, and with its older versions as far as they are there. */
export class Checks {
  /** Is told of documents whose older versions are there, and are to be judged anew. */
  historyArrived: (uri: string) => void = () => undefined;
  private readonly session: Session;
  private readonly histories = new Histories(uri => this.historyArrived(uri));
  /** By the settings of the rules, which documents of one configuration share. */
  private readonly checkers = new WeakMap<object, Checker>();
  private readonly results = new WeakMap<PlanFile, Judged>();
  private readonly memories = new Map<string, { readonly checker: Checker; readonly memory: Memory }>();

  constructor(session: Session) {
    this.session = session;
  }

  /**
   * The findings of an open document: worked out once a version, day and configuration, whoever asks, and bit by bit. Rejects when the text has
   * changed meanwhile.
   */
  async of(open: OpenDocument): Promise<CheckResult> {
    const checker = await this.checker(open.uri);
    const today = this.session.today();
    const history = this.historyOf(open, checker, today);
    const known = this.results.get(open.file);
    if (known && known.today === today && known.checker === checker && known.history === history) return known.result;
    const result = this.checkNow(open, checker, today, history);
    this.results.set(open.file, { today, checker, history, result });
    return result;
  }

  /** The findings of an open document that this editor shows. */
  async shown(open: OpenDocument): Promise<readonly SaidFinding[]> {
    const { findings } = await this.of(open);
    if (this.session.warmUp.isDue) {
      const { team } = (await this.session.config(open.uri)).settings;
      this.session.warmUp.begin({
        file: open.file,
        team,
        checker: await this.checker(open.uri),
        today: this.session.today(),
      });
    }
    return this.session.settings.hiddenRules.size === 0 ? findings : findings.filter(finding => this.isShown(finding));
  }

  /** The fixes of a finding; none, and a line in the log, from a rule that throws. */
  fixesOf(finding: Finding): readonly Fix[] {
    try {
      return finding.fixes();
    } catch (error) {
      this.logFailure(finding.rule, error);
      return [];
    }
  }

  /** Checks any text as the open document is checked: its findings that are shown, with their fixes. */
  async checkerOf(open: OpenDocument): Promise<(text: string) => readonly { readonly fixes: readonly Fix[] }[]> {
    const checker = await this.checker(open.uri);
    const history = this.historyOf(open, checker, this.session.today());
    const { team } = (await this.session.config(open.uri)).settings;
    return text =>
      checker
        .check(readPlanFile(text, team), this.session.today(), { history })
        .findings.filter(finding => this.isShown(finding))
        .map(finding => ({ fixes: this.fixesOf(finding) }));
  }

  /**
   * The findings that an open document would show if this were its text: read and checked with the help of what is known of it, bit by bit. Rejects
   * with what `goOn` throws.
   */
  async tryOut(open: OpenDocument, text: string, goOn: () => void): Promise<readonly Finding[]> {
    const checker = await this.checker(open.uri);
    const { team } = (await this.session.config(open.uri)).settings;
    const today = this.session.today();
    const history = this.historyOf(open, checker, today);
    goOn();
    const { value: file } = await bitByBit(readInSteps(text, team, open.file), goOn);
    const memory = new Memory(this.memoryOf(open.uri, checker));
    const { value } = await bitByBit(checker.checkInSteps(file, today, { history, memory }), goOn);
    return value.findings.filter(finding => this.isShown(finding));
  }

  /** A document was saved: its older versions may be others. Never rejects. */
  async saved(uri: string): Promise<void> {
    const open = await this.session.open(uri);
    const checker = open && (await this.checker(uri));
    if (open && this.session.documents.version(uri) !== undefined)
      this.histories.saved(uri, pathOf(uri), checker?.historyFrom(open.file, this.session.today()));
  }

  /** The older versions of an open document, as far as they are there; the first question starts to look for them. */
  async history(open: OpenDocument): Promise<History> {
    return this.historyOf(open, await this.checker(open.uri), this.session.today());
  }

  /** A document was closed: what is known of it is forgotten. */
  closed(uri: string): void {
    this.histories.forget(uri);
    this.memories.delete(uri);
  }

  private async checkNow(open: OpenDocument, checker: Checker, today: Day, history: History): Promise<CheckResult> {
    const readSound = history && (await fastReader());
    const memory = this.memoryOf(open.uri, checker);
    const steps = checker.checkInSteps(open.file, today, { history, readSound, memory });
    const { value, ms } = await bitByBit(steps, () => {
      if (this.session.documents.version(open.uri) !== open.version)
        throw new ResponseError(ErrorCode.ContentModified, 'the text changed meanwhile');
    });
    this.session.documents.took(open.uri, ms);
    for (const { rule, error } of value.failures) this.logFailure(rule, error);
    return value;
  }

  /** What a checker said of a document before. */
  private memoryOf(uri: string, checker: Checker): Memory {
    const known = this.memories.get(uri);
    if (known?.checker === checker) return known.memory;
    const memory = new Memory();
    this.memories.set(uri, { checker, memory });
    return memory;
  }

  private historyOf({ uri, file }: OpenDocument, checker: Checker, today: Day): History {
    if (this.session.documents.version(uri) === undefined) return undefined;
    return this.histories.of(uri, pathOf(uri), checker.historyFrom(file, today));
  }

  private isShown(finding: Finding): boolean {
    return !this.session.settings.hiddenRules.has(finding.rule);
  }

  private async checker(uri: string): Promise<Checker> {
    const { settings } = await this.session.config(uri);
    const path = pathOf(uri);
    const rules = settingsFor(settings, path && slashed(path));
    const known = this.checkers.get(rules);
    if (known) return known;
    const checker = new Checker(rules);
    this.checkers.set(rules, checker);
    return checker;
  }

  private logFailure(rule: string, error: unknown): void {
    this.session.connection.console.error(`Rule ${rule} failed and was left out: ${String(error)}`);
  }
}
