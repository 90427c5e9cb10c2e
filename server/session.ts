import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { CONFIG_HELP, CONFIG_ID } from '../plan/config/finding.ts';
import type { Day } from '../plan/day.ts';
import { ALL_RULES } from '../plan/generated/rules.ts';
import { forgetAll } from '../plan/once.ts';
import type { Phrase } from '../plan/phrase.ts';
import { isRecord } from '../protocol/unknown.ts';
import { calendarDay } from './calendar.ts';
import { Checks } from './checks.ts';
import { ClosedConfigs } from './closed-configs.ts';
import { type ConfigDocument, pathOf, readConfigDocument } from './config-document.ts';
import { type ConfigFile, ConfigFiles } from './config-file.ts';
import { readConfigText } from './config-text.ts';
import type { Connection } from './connection.ts';
import { Documents, type OpenDocument } from './documents.ts';
import { Phrasebook } from './phrasebook.ts';
import type { WorkspacePortfolio } from './portfolio/portfolio.ts';
import { DEFAULT_SETTINGS, type Settings, settingsAfter } from './settings.ts';
import { WarmUp } from './warm-up.ts';
import { WorkspacePlans } from './workspace/plans.ts';

/** Everything the features share: documents that were read once, what the rules find in them, configurations, settings, all plans of the workspace. */
export class Session {
  readonly documents = new Documents();
  readonly configs = new ConfigFiles(readConfigText);
  readonly checks = new Checks(this);
  readonly closedConfigs = new ClosedConfigs(this);
  readonly plans = new WorkspacePlans(this);
  /** All plans of the workspace, summed up: there once somebody has asked for them. */
  portfolio: WorkspacePortfolio | undefined;
  readonly connection: Connection;
  /** What goes on until somebody types. */
  readonly warmUp = new WarmUp();
  capabilities: ClientCapabilities = {};
  settings: Settings = DEFAULT_SETTINGS;
  readonly phrasebook = new Phrasebook();
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

  /** A document was closed. With the last one goes all that is kept of plans. */
  closed(uri: string): void {
    this.documents.close(uri);
    this.plans.closed(uri);
    this.portfolio?.closed(uri);
    this.checks.closed(uri);
    if (this.documents.uris().next().done) forgetAll();
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
  say(phrase: Phrase): string {
    return this.phrasebook.say(phrase);
  }

  /** Takes over the editor's settings; what is not understood counts as not said. Never throws. */
  configure(sent: unknown): void {
    if (!isRecord(sent)) return;
    this.settings = settingsAfter(this.settings, sent);
    this.phrasebook.learn(sent.translations);
  }
}
