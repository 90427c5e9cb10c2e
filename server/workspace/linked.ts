import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import type { Book } from '../../plan/authoring/names/book.ts';
import { isAgendaName, linkedPlan } from '../../plan/authoring/names/linked-plan.ts';
import { type DocumentNames, namesIn, ownBook } from '../../plan/authoring/names/names.ts';
import { pathOf } from '../config-document.ts';
import { slashed } from '../config-file.ts';
import type { OpenDocument } from '../documents.ts';
import type { Session } from '../session.ts';
import { namedPlan } from './digest.ts';

/** A file with the names in it. A closed one has no version. */
export interface NamedFile extends Pick<OpenDocument, 'uri' | 'text' | 'file'> {
  readonly version: number | null;
  readonly names: readonly DocumentNames[];
}

/** A file, and the plan that it reviews if it is an agenda. */
export interface Linked {
  readonly here: NamedFile;
  readonly plan: NamedFile | undefined;
}

/** The names in an open document; those of an agenda are of the plan that it reviews, which comes along. Never rejects. */
export async function namesOf(session: Session, open: Omit<NamedFile, 'names'>): Promise<Linked> {
  const plan = ownBook(open.file) ? undefined : await planOf(session, open);
  const here = withNames(open, namesIn(open.file, plan && ownBook(plan.file)));
  return { here, plan: plan && withNames(plan, namesIn(plan.file)) };
}

/** An open document finds its text when it is asked, so nothing is spread here. */
function withNames({ uri, version, text, file }: Omit<NamedFile, 'names'>, names: NamedFile['names']): NamedFile {
  return { uri, version, text, file, names };
}

/** All files in which the names of a book may be said, the one that was asked from first: a plan and the agendas of its reviews. Never rejects. */
export async function filesOf(session: Session, { here, plan }: Linked, book: Book): Promise<readonly NamedFile[]> {
  const files = plan ? [here, plan] : [here];
  const home = pathOf((plan ?? here).uri);
  const seen = new Set(files.map(({ uri }) => pathOf(uri)));
  for (const agenda of home === undefined ? [] : await agendasOf(session, home)) {
    if (seen.has(agenda)) continue;
    const read = await session.plans.read(agenda);
    if (read) files.push(withNames(read, namesIn(read.file, book)));
  }
  return files;
}

/** The documents of a file whose names are those of a book. */
export function ofBook({ names }: NamedFile, book: Book): readonly DocumentNames[] {
  return names.filter(one => one.book === book || one.book.signature === book.signature);
}

/** The plan that an agenda reviews, if it can be found and is one; undefined for what is no agenda. Never rejects. */
export async function planOf(
  session: Session,
  { uri, file }: Pick<OpenDocument, 'uri' | 'file'>,
): Promise<Omit<NamedFile, 'names'> | undefined> {
  const agenda = pathOf(uri);
  if (agenda === undefined) return undefined;
  if (!isAgendaName(uri) && !file.documents.some(({ model }) => model.kind === 'agenda')) return undefined;
  const named = namedPlan(file);
  const found = linkedPlan(slashed(agenda), named, named ? [] : await beside(agenda));
  const read = found === undefined ? undefined : await session.plans.read(path.normalize(found));
  return read && ownBook(read.file) && read;
}

/** The agendas of the workspace, and of the plan's folder, that review a plan. */
async function agendasOf(session: Session, plan: string): Promise<readonly string[]> {
  const found = new Set<string>();
  const known = await session.plans.known(isAgendaName);
  const named = new Map(
    known.flatMap(({ path: file, digest }) => (file && digest.isAgenda ? [[file, digest.named] as const] : [])),
  );
  for (const file of await beside(plan)) {
    const own = path.normalize(file);
    if (!isAgendaName(file) || named.has(own)) continue;
    const read = await session.plans.read(own);
    if (read) named.set(own, namedPlan(read.file));
  }
  const folders = new Map<string, readonly string[]>();
  for (const [agenda, name] of named) {
    const folder = path.dirname(agenda);
    const there = name ? [] : (folders.get(folder) ?? (await beside(agenda)));
    if (!name) folders.set(folder, there);
    const linked = linkedPlan(slashed(agenda), name, there);
    if (linked !== undefined && path.normalize(linked) === plan) found.add(agenda);
  }
  return [...found];
}

/** The plans and agendas in the folder of a file, by their names. */
async function beside(file: string): Promise<readonly string[]> {
  const folder = path.dirname(file);
  const names = await readdir(folder).catch(() => []);
  return names.filter(name => PLANS.test(name)).map(name => slashed(path.join(folder, name)));
}

const PLANS = /(?:(?:^|\.)success-plan|\.qbr)\.ya?ml$/i;
