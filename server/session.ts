import * as l10n from '@vscode/l10n';
import { ResponseError } from 'vscode-jsonrpc/node';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { Checker, type CheckResult, type PlanFile, readInSteps, readPlanFile } from '../plan/check.ts';
import { CONFIG_HELP, CONFIG_ID } from '../plan/config/finding.ts';
import { settingsFor } from '../plan/config/settings.ts';
import { type Day, parseDay } from '../plan/day.ts';
import type { Finding, SaidFinding } from '../plan/finding.ts';
import { ALL_RULES } from '../plan/generated/rules.ts';
import type { PlanVersion } from '../plan/history/versions.ts';
import { forgetAll } from '../plan/once.ts';
import type { Phrase } from '../plan/phrase.ts';
import { Memory } from '../plan/rules/memory.ts';
import type { Fix } from '../plan/rules/rule.ts';
import type { EditorSettings } from '../protocol/settings.ts';
import { isRecord } from '../protocol/unknown.ts';
import { bitByBit } from './bit-by-bit.ts';
import { calendarDay } from './calendar.ts';
import { ClosedConfigs } from './closed-configs.ts';
import { type ConfigDocument, pathOf, readConfigDocument } from './config-document.ts';
import { type ConfigFile, ConfigFiles, slashed } from './config-file.ts';
import { readConfigText } from './config-text.ts';
import type { Connection } from './connection.ts';
import { Documents, type OpenDocument } from './documents.ts';
import { fastReader } from './fast-reader.ts';
import { Histories } from './histories.ts';
import { ErrorCode } from './lsp.ts';
import { percentage } from './percent.ts';
import { WorkspacePortfolio } from './portfolio/portfolio.ts';
import { daysIn } from './spoken-days.ts';
import { WarmUp } from './warm-up.ts';
import { WorkspacePlans } from './workspace/plans.ts';

/** What the client said when it started, or later. */
export interface Settings {
  /** The day to judge plans by; undefined is the calendar's today. */
  readonly today: Day | undefined;
  /** Rules that this editor does not show. */
  readonly hiddenRules: ReadonlySet<string>;
  /** Where the rules' pages are, as an address that ends with a slash. */
  readonly rulePages: string | undefined;
  /** The command by which the editor opens its list of suggestions. */
  readonly suggestCommand: string | undefined;
  /** True where the editor has the commands that lenses run. */
  readonly commands: boolean;
  readonly codeLens: { readonly numbers: boolean; readonly actions: boolean };
  readonly inlayHints: { readonly distance: boolean; readonly slip: boolean };
}

/** What counts until the client says otherwise. */
const DEFAULTS: Settings = {
  today: undefined,
  hiddenRules: new Set(),
  rulePages: undefined,
  suggestCommand: undefined,
  commands: false,
  codeLens: { numbers: true, actions: true },
  inlayHints: { distance: true, slip: true },
};

type History = readonly PlanVersion[] | undefined;

/** A result, and all that it was worked out from beside the text. */
interface Judged {
  readonly today: Day;
  readonly checker: Checker;
  readonly history: History;
  readonly result: Promise<CheckResult>;
}

/** Everything the features share: documents that were read once, settings, and the checkers of the configurations. */
export class Session {
  /** The language of the client's editor, by its BCP 47 name. */
  language = '';
  /** Says days in that language, where phrases are said in it. */
  private sayDay: ReturnType<typeof daysIn> | undefined;
  readonly documents = new Documents();
  readonly configs = new ConfigFiles(readConfigText);
  /** Is told of documents whose older versions are there, and are to be judged anew. */
  historyArrived: (uri: string) => void = () => undefined;
  private readonly histories = new Histories(uri => this.historyArrived(uri));
  readonly closedConfigs = new ClosedConfigs(this);
  readonly plans = new WorkspacePlans(this);
  readonly portfolio = new WorkspacePortfolio(this);
  readonly connection: Connection;
  /** What goes on until somebody types. */
  readonly warmUp = new WarmUp();
  capabilities: ClientCapabilities = {};
  settings: Settings = DEFAULTS;
  private readonly checkers = new WeakMap<object, Checker>();
  private readonly results = new WeakMap<PlanFile, Judged>();
  private readonly memories = new Map<string, { readonly checker: Checker; readonly memory: Memory }>();
  private readonly told = new WeakSet<ConfigFile>();
  private readonly pages = new Map<string, string>();

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** The day that counts: the client's, else the calendar's. */
  today(): Day {
    return this.settings.today ?? calendarDay();
  }

  /** An open plan at its newest version, read with its team's words and fields. */
  async open(uri: string): Promise<OpenDocument | undefined> {
    const { settings } = await this.config(uri);
    return this.documents.read(uri, settings.team);
  }

  /** An open configuration at its newest version. */
  async openConfig(uri: string): Promise<ConfigDocument | undefined> {
    const text = this.documents.text(uri);
    return text && readConfigDocument(text);
  }

  /** The configuration that counts for a document. */
  async config(uri: string): Promise<ConfigFile> {
    const config = await this.configs.nearest(pathOf(uri));
    if (!this.told.has(config)) this.tell(config);
    return config;
  }

  /** Reads everything of configurations again when it is next asked for. */
  forgetConfigs(): void {
    this.configs.forget();
    this.plans.configsChanged();
    this.closedConfigs.forget();
  }

  /**
   * The findings of an open document: worked out once a version, day and configuration, whoever asks, and bit by bit. Rejects when the text has
   * changed meanwhile.
   */
  async check(open: OpenDocument): Promise<CheckResult> {
    const checker = await this.checker(open.uri);
    const today = this.today();
    const history = this.historyOf(open, checker, today);
    const known = this.results.get(open.file);
    if (known && known.today === today && known.checker === checker && known.history === history) return known.result;
    const result = this.checkNow(open, checker, today, history);
    this.results.set(open.file, { today, checker, history, result });
    return result;
  }

  private async checkNow(open: OpenDocument, checker: Checker, today: Day, history: History): Promise<CheckResult> {
    const readSound = history && (await fastReader());
    const memory = this.memoryOf(open.uri, checker);
    const steps = checker.checkInSteps(open.file, today, { history, readSound, memory });
    const { value, ms } = await bitByBit(steps, () => {
      if (this.documents.version(open.uri) !== open.version)
        throw new ResponseError(ErrorCode.ContentModified, 'the text changed meanwhile');
    });
    this.documents.took(open.uri, ms);
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

  /** Checks any text as the open document is checked: its findings that are shown, with their fixes. */
  async checkerOf(open: OpenDocument): Promise<(text: string) => readonly { readonly fixes: readonly Fix[] }[]> {
    const checker = await this.checker(open.uri);
    const history = this.historyOf(open, checker, this.today());
    const { team } = (await this.config(open.uri)).settings;
    return text =>
      checker
        .check(readPlanFile(text, team), this.today(), { history })
        .findings.filter(finding => this.isShown(finding))
        .map(finding => ({ fixes: this.fixesOf(finding) }));
  }

  /**
   * The findings that an open document would show if this were its text: read and checked with the help of what is known of it, bit by bit. Rejects
   * with what `goOn` throws.
   */
  async tryOut(open: OpenDocument, text: string, goOn: () => void): Promise<readonly Finding[]> {
    const checker = await this.checker(open.uri);
    const { team } = (await this.config(open.uri)).settings;
    const today = this.today();
    const history = this.historyOf(open, checker, today);
    goOn();
    const { value: file } = await bitByBit(readInSteps(text, team, open.file), goOn);
    const memory = new Memory(this.memoryOf(open.uri, checker));
    const { value } = await bitByBit(checker.checkInSteps(file, today, { history, memory }), goOn);
    return value.findings.filter(finding => this.isShown(finding));
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

  /** The findings of an open document that this editor shows. */
  async shown(open: OpenDocument): Promise<readonly SaidFinding[]> {
    const { findings } = await this.check(open);
    if (this.warmUp.isDue) {
      const { team } = (await this.config(open.uri)).settings;
      this.warmUp.begin({ file: open.file, team, checker: await this.checker(open.uri), today: this.today() });
    }
    return this.settings.hiddenRules.size === 0 ? findings : findings.filter(finding => this.isShown(finding));
  }

  /** A document was saved: its older versions may be others. Never rejects. */
  async saved(uri: string): Promise<void> {
    const open = await this.open(uri);
    const checker = open && (await this.checker(uri));
    if (open && this.documents.version(uri) !== undefined)
      this.histories.saved(uri, pathOf(uri), checker?.historyFrom(open.file, this.today()));
  }

  /** A document was closed. With the last one goes all that is kept of plans. */
  closed(uri: string): void {
    this.documents.close(uri);
    this.plans.closed(uri);
    this.portfolio.closed(uri);
    this.histories.forget(uri);
    this.memories.delete(uri);
    if (this.documents.uris().next().done) forgetAll();
  }

  /** The older versions of an open document, as far as they are there; the first question starts to look for them. */
  async history(open: OpenDocument): Promise<History> {
    return this.historyOf(open, await this.checker(open.uri), this.today());
  }

  private historyOf({ uri, file }: OpenDocument, checker: Checker, today: Day): History {
    if (this.documents.version(uri) === undefined) return undefined;
    return this.histories.of(uri, pathOf(uri), checker.historyFrom(file, today));
  }

  private isShown(finding: Finding): boolean {
    return !this.settings.hiddenRules.has(finding.rule);
  }

  private async checker(uri: string): Promise<Checker> {
    const { settings } = await this.config(uri);
    const path = pathOf(uri);
    const rules = settingsFor(settings, path && slashed(path));
    const known = this.checkers.get(rules);
    if (known) return known;
    const checker = new Checker(rules);
    this.checkers.set(rules, checker);
    return checker;
  }

  private logFailure(rule: string, error: unknown): void {
    this.connection.console.error(`Rule ${rule} failed and was left out: ${String(error)}`);
  }

  /** What is wrong in a configuration stands in its file; one that cannot be read at all has no place for it. */
  private tell(config: ConfigFile): void {
    this.told.add(config);
    this.closedConfigs.used(config);
    if (config.failure !== undefined)
      this.connection.window.showWarningMessage(`${config.path ?? 'The configuration'}: ${config.failure}`);
  }

  /** True for a rule of the catalogue. */
  hasRule(id: string): boolean {
    return ALL_RULES.some(rule => rule.id === id);
  }

  /** The address of a rule's page, or undefined where the pages are not at hand. The same text each time, which is quickly told from another. */
  readonly rulePage = (rule: string): string | undefined => {
    const { rulePages } = this.settings;
    if (rulePages === undefined) return undefined;
    const known = this.pages.get(rule);
    if (known !== undefined) return known;
    const page = rule === CONFIG_ID ? new URL(`../../${CONFIG_HELP}`, rulePages).href : `${rulePages}${rule}.md`;
    this.pages.set(rule, page);
    return page;
  };

  /** A phrase in the editor's language, as far as it has been translated. */
  say({ message, args }: Phrase): string {
    const { sayDay } = this;
    return l10n.t(message, ...args.map(arg => percentIn(sayDay ? sayDay(arg) : arg)));
  }

  /** Takes over the editor's settings; what is not understood counts as not said. */
  configure(sent: unknown): void {
    if (typeof sent !== 'object' || sent === null) return;
    const said: { [K in keyof EditorSettings]?: unknown } = sent;
    const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
    const { codeLens, inlayHints } = this.settings;
    this.settings = {
      ...this.settings,
      today: said.today === undefined ? this.settings.today : parseDay(text(said.today) ?? ''),
      hiddenRules: Array.isArray(said.hiddenRules) ? new Set(said.hiddenRules.map(String)) : this.settings.hiddenRules,
      suggestCommand: text(said.suggestCommand) || this.settings.suggestCommand,
      commands: typeof said.commands === 'boolean' ? said.commands : this.settings.commands,
      codeLens: {
        numbers: flag(said.codeLens, 'numbers', codeLens.numbers),
        actions: flag(said.codeLens, 'actions', codeLens.actions),
      },
      inlayHints: {
        distance: flag(said.inlayHints, 'distance', inlayHints.distance),
        slip: flag(said.inlayHints, 'slip', inlayHints.slip),
      },
    };
    if (!isRecord(said.translations)) return;
    const contents = textsOf(said.translations);
    l10n.config({ contents });
    this.sayDay = Object.keys(contents).length > 0 ? daysIn(this.language) : undefined;
  }
}

function percentIn(said: string | number): string | number {
  const percent = percentage(said);
  return percent ? l10n.t(percent.message, ...percent.args) : said;
}

/** A switch as it was sent, or as it stands where nothing that is one was sent. */
function flag(sent: unknown, key: string, now: boolean): boolean {
  const value = isRecord(sent) ? sent[key] : undefined;
  return typeof value === 'boolean' ? value : now;
}

function textsOf(sent: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sent).flatMap(([key, said]) => (typeof said === 'string' ? [[key, said]] : [])),
  );
}
