import { readFileSync } from 'node:fs';
import { versionsOf } from '../../git/histories.ts';
import { Repositories } from '../../git/repository.ts';
import { decodeText, unread } from '../../server/text-file.ts';
import { pastOf } from '../checking/past.ts';
import type { Judged, Judging, Lane, Past, Task } from '../checking/task.ts';
import { Heads, OUTSIDE } from './heads.ts';
import type { Keys } from './key.ts';
import { type Kept, readRecord, writeRecord } from './record.ts';
import type { Store } from './store.ts';

/** One file on its way. */
interface Asked {
  readonly task: Task;
  readonly bytes: Buffer;
  readonly key: Buffer;
  readonly kept: Kept | undefined;
}

/** Answers from the cache, and hands on what is not in it. */
export class CachedLane implements Lane {
  private readonly repositories = new Repositories();
  private readonly heads = new Heads(this.repositories);
  private readonly history: boolean;
  private readonly keys: Keys;
  private readonly store: Store;
  private readonly makeLane: () => Promise<Lane>;
  private lane: Promise<Lane> | undefined;

  /** `lane` makes who checks what is not in the cache; where everything is, it is never made. */
  constructor({ history }: Judging, keys: Keys, store: Store, lane: () => Promise<Lane>) {
    this.history = history;
    this.keys = keys;
    this.store = store;
    this.makeLane = lane;
  }

  async check(tasks: readonly Task[]): Promise<readonly Judged[]> {
    const answers: Judged[] = [];
    const asked = new Map<number, Asked>();
    const doubtful = new Map<number, Asked & { readonly past: Past }>();
    for (const [index, task] of tasks.entries()) {
      const one = this.ask(task);
      if ('failure' in one) answers[index] = { packed: undefined, failures: [`${task.name}: ${one.failure}`] };
      else if (!one.kept) asked.set(index, one);
      else if (!one.kept.past || (await this.standsStill(task, one.kept.past.head)))
        answers[index] = { packed: one.kept.packed, failures: [] };
      else doubtful.set(index, { ...one, past: one.kept.past });
    }
    for (const [index, one] of await this.changed(doubtful, answers)) asked.set(index, one);
    if (asked.size > 0) await this.handOn(asked, answers);
    return answers;
  }

  close(): void {
    void this.lane?.then(lane => lane.close());
    this.store.close();
  }

  private ask(task: Task): Asked | { readonly failure: string } {
    let bytes: Buffer;
    try {
      bytes = readFileSync(task.file ?? '');
    } catch (error) {
      return { failure: unread(error).failure ?? '' };
    }
    const key = this.keys.of(bytes, task.settings);
    const record = this.store.get(key);
    return { task, bytes, key, kept: record === undefined ? undefined : readRecord(record) };
  }

  private async standsStill({ file }: Task, head: string | undefined): Promise<boolean> {
    return head !== undefined && (await this.heads.of(file)) === head;
  }

  /** Of the files in repositories that have moved on: those whose older versions are others now. The others keep their results. */
  private async changed(
    doubtful: ReadonlyMap<number, Asked & { readonly past: Past }>,
    answers: Judged[],
  ): Promise<Map<number, Asked>> {
    const changed = new Map<number, Asked>();
    if (doubtful.size === 0) return changed;
    const wanted = [...doubtful.values()].flatMap(({ task, past }) =>
      task.file ? { file: task.file, from: past.from } : [],
    );
    const histories = await versionsOf(wanted, this.repositories);
    for (const [index, one] of doubtful) {
      const now = pastOf(one.past.from, histories.get(one.task.file ?? ''));
      if (!one.kept || now.versions !== one.past.versions) changed.set(index, one);
      else {
        answers[index] = { packed: one.kept.packed, failures: [] };
        this.keep(one, one.kept.packed, now, await this.headOf(one.task));
      }
    }
    return changed;
  }

  private async handOn(asked: ReadonlyMap<number, Asked>, answers: Judged[]): Promise<void> {
    this.lane ??= this.makeLane();
    // Before anybody asks for older versions: of a repository that moves on meanwhile it is the earlier commit that counts.
    const heads = await Promise.all([...asked.values()].map(({ task }) => this.headOf(task)));
    const tasks = [...asked.values()].map(({ task, bytes }) => ({ ...task, source: decodeText(bytes) }));
    const judged = await (await this.lane).check(tasks);
    for (const [at, [index, one]] of [...asked].entries()) {
      const answer = judged[at];
      if (!answer) continue;
      answers[index] = answer;
      if (answer.packed !== undefined && answer.failures.length === 0)
        this.keep(one, answer.packed, answer.past, heads[at]);
    }
  }

  private keep({ key, kept }: Asked, packed: Uint8Array, past: Past | undefined, head: string | undefined): void {
    // Where git knew of nothing it may have been out of time: that is asked again.
    const isSure = past?.versions !== undefined || head === OUTSIDE;
    const record = writeRecord({ packed, past: past && { ...past, head: isSure ? head : undefined } });
    if (!kept || !record.equals(writeRecord(kept))) this.store.put(key, record);
  }

  private async headOf({ file }: Task): Promise<string | undefined> {
    return this.history ? await this.heads.of(file) : undefined;
  }
}
