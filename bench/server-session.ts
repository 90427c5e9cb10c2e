import { setTimeout as pause } from 'node:timers/promises';
import type { CompletionItem, CompletionList, Diagnostic, Hover } from 'vscode-languageserver-protocol';
import { LspClient, type ServerCommand } from './lsp-client.ts';
import { gather, type Samples, SERVER_MEASURES, type ServerMeasure } from './measures.ts';
import { type Places, placesIn, withoutLetter } from './places.ts';
import { usageOf } from './process-usage.ts';

/** How often each thing is done in one session. */
export interface Effort {
  /** Keys that are pressed one by one; memory is looked at behind the last. */
  readonly keys: number;
  /** Whether so many keys are enough for a figure of the memory. */
  readonly memory: boolean;
  readonly bursts: number;
  readonly questions: number;
}

/** What a session found out, and what it could not: an empty answer is no answer and gives no sample. */
export interface SessionResult {
  readonly samples: Samples<ServerMeasure>;
  readonly problems: ReadonlySet<string>;
}

/** Between two keys, so that a server may tidy up as it would under a person's fingers. */
const BETWEEN_KEYS_MS = 30;
/** Between the first diagnostics and the first key: a plan is looked at before it is typed in. */
const BEFORE_KEYS_MS = 1000;
const BURST = 10;

/**
 * One fresh process: opens the plan, types, asks, and ends it. Only what has certainly seen the last key counts: some servers do not
 * say which version their diagnostics are of, so every key makes a defect come or go. The process is ended whatever happens. Never rejects
 * but for a text without places to type at.
 */
export async function measureServer(command: ServerCommand, text: string, effort: Effort): Promise<SessionResult> {
  const places = placesIn(text);
  const opened = withoutLetter(text, places);
  const started = performance.now();
  const session = new ServerSession(new LspClient(command), places);
  const { samples, problems } = session;
  try {
    await session.open(opened, started);
    await session.type(effort.keys);
    if (effort.memory) session.memory('memoryEdited');
    for (let n = 0; n < effort.bursts; n++) await session.burst();
    for (let n = 0; n < effort.questions; n++) await session.complete();
    for (let n = 0; n < effort.questions; n++) await session.hover();
    for (let n = 0; n < effort.questions; n++) await session.echo();
    for (let n = 0; n < effort.questions; n++) await session.again();
  } catch (error) {
    problems.add(error instanceof Error ? error.message : String(error));
  } finally {
    await session.client.stop();
  }
  return { samples, problems };
}

/** One server, one plan that is open in it, and what is done to both. */
export class ServerSession {
  readonly samples: Samples<ServerMeasure> = {};
  readonly problems = new Set<string>();
  readonly client: LspClient;
  private readonly uri = 'file:///plans/measured.success-plan.yaml';
  private readonly places: Places;
  private version = 1;
  /** Whether the value stands there with its last letter. */
  private whole = false;

  constructor(client: LspClient, places: Places) {
    this.client = client;
    this.places = places;
  }

  /** Opens the plan with the last letter of the value missing, so that its first diagnostics can be told from an empty list. */
  async open(text: string, started: number, folder?: string): Promise<void> {
    await this.client.initialize(folder);
    this.took('initialize', started);
    this.memory('memoryStart');
    await this.client.open(this.uri, text);
    await this.fresh();
    this.took('first', started);
    await pause(BEFORE_KEYS_MS);
    this.memory('memoryOpen');
  }

  /** Types the last letter of the value and takes it back, in turn. */
  async type(keys: number): Promise<void> {
    const before = usageOf(this.client.pid);
    for (let n = 0; n < keys; n++) {
      const pressed = performance.now();
      await this.key();
      await this.fresh();
      this.took('key', pressed);
      await pause(BETWEEN_KEYS_MS);
    }
    const after = usageOf(this.client.pid);
    if (before && after) gather(this.samples, 'cpu', [(after.cpuMs - before.cpuMs) / keys]);
  }

  /** Ten letters behind the value, sent without waiting; then they are taken back. */
  async burst(): Promise<void> {
    if (!this.whole) await this.settledKey();
    const { line, character } = this.places.value;
    const pressed = performance.now();
    await Promise.all(Array.from({ length: BURST }, (_, n) => this.insert(line, character + n, 's')));
    const end = character + BURST;
    const seen = (all: readonly Diagnostic[]) =>
      all.some(({ range }) => range.end.line === line && range.end.character === end);
    await this.client.diagnostics('diagnostics of the tenth key', seen);
    this.took('burst', pressed);
    await this.remove(line, character, BURST);
    await this.fresh();
  }

  /** A letter of a value and its completion; then the beginning of a key on a line of its own and its completion. */
  async complete(): Promise<void> {
    const { line, character } = this.places.value;
    await this.completion(
      'completeValue',
      line,
      () => this.key(),
      () => character - (this.whole ? 0 : 1),
    );
    await this.fresh();
    if (!this.whole) await this.settledKey();

    const begun = `${this.places.indent}de`;
    await this.insert(line, character, `\n${begun.slice(0, -1)}`);
    await this.client.diagnostics('half a key', all => all.some(({ range }) => touches(range, line + 1)));
    await this.completion(
      'completeKey',
      line + 1,
      () => this.insert(line + 1, begun.length - 1, 'e'),
      () => begun.length,
    );
    await this.change(line, character, line + 1, begun.length, 's');
    await this.client.diagnostics('a wrong value', all =>
      all.some(({ range }) => range.end.line === line && range.end.character === character + 1),
    );
    await this.remove(line, character, 1);
    await this.fresh();
  }

  async hover(): Promise<void> {
    const asked = performance.now();
    const hover = await this.client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri: this.uri },
      position: this.places.hover,
    });
    if (hover) this.took('hover', asked);
    else this.problems.add('hover says nothing');
  }

  /** A request that no server knows: it is refused at once, and the way there and back remains. */
  async echo(): Promise<void> {
    await pause(BETWEEN_KEYS_MS);
    const asked = performance.now();
    await this.client.request('bench/nothing', {}).catch(() => undefined);
    this.took('echo', asked);
  }

  /** Diagnostics that the server has found already: they are written, sent and read. A server that does not know the question gives no figure. */
  async again(): Promise<void> {
    await pause(BETWEEN_KEYS_MS);
    const asked = performance.now();
    const answer = await this.client
      .request<unknown>('textDocument/diagnostic', { textDocument: { uri: this.uri } })
      .catch(() => undefined);
    if (answer !== undefined) this.took('again', asked);
  }

  memory(kind: 'memoryStart' | 'memoryOpen' | 'memoryEdited'): void {
    const usage = usageOf(this.client.pid);
    if (usage) gather(this.samples, kind, [usage.memoryMb]);
  }

  private async completion(
    kind: ServerMeasure,
    line: number,
    press: () => Promise<void>,
    character: () => number,
  ): Promise<void> {
    const pressed = performance.now();
    await press();
    const params = { textDocument: { uri: this.uri }, position: { line, character: character() } };
    const answer = await this.client.request<CompletionList | CompletionItem[] | null>(
      'textDocument/completion',
      params,
    );
    const took = performance.now() - pressed;
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    if (items.length > 0) gather(this.samples, kind, [took]);
    else this.problems.add(`${SERVER_MEASURES[kind].title}: nothing is offered`);
  }

  private async settledKey(): Promise<void> {
    await this.key();
    await this.fresh();
  }

  private key(): Promise<void> {
    const { line, character } = this.places.value;
    this.whole = !this.whole;
    return this.whole ? this.insert(line, character - 1, this.places.letter) : this.remove(line, character - 1, 1);
  }

  /** Waits until the value is found fault with if its last letter is missing, and not if it is there. */
  private fresh(): Promise<void> {
    const { line } = this.places.value;
    return this.client.diagnostics(
      this.whole ? 'clean value' : 'wrong value',
      all => all.some(({ range }) => touches(range, line)) !== this.whole,
    );
  }

  private insert(line: number, character: number, text: string): Promise<void> {
    return this.change(line, character, line, character, text);
  }

  private remove(line: number, character: number, length: number): Promise<void> {
    return this.change(line, character, line, character + length, '');
  }

  private change(line: number, character: number, endLine: number, endCharacter: number, text: string): Promise<void> {
    const range = { start: { line, character }, end: { line: endLine, character: endCharacter } };
    return this.client.change(this.uri, ++this.version, { range, text });
  }

  private took(kind: ServerMeasure, since: number): void {
    gather(this.samples, kind, [performance.now() - since]);
  }
}

function touches(range: Diagnostic['range'], line: number): boolean {
  return range.start.line <= line && line <= range.end.line;
}
