import { type Document, isCollection, isScalar, isSeq, parseAllDocuments, visit } from 'yaml';

/** The day that a corpus file says it is judged by. */
export function dayOf(text: string): string {
  const day = /Judged on (\d{4}-\d{2}-\d{2})/.exec(text)?.[1];
  if (day === undefined) throw new Error('the plan does not say on which day it is judged');
  return day;
}

/** The documents of a text, ready to be changed. */
export function documentsOf(text: string): Document[] {
  const documents = parseAllDocuments(text, { version: '1.2', merge: true });
  return Array.isArray(documents) ? documents : [];
}

/** The documents as one text. */
export function written(documents: readonly Document[], options: Parameters<Document['toString']>[0] = {}): string {
  return documents.map(document => document.toString({ lineWidth: 0, ...options })).join('');
}

/** A way to lay a plan out: documents of its own to a text. */
type Layout = (documents: Document[]) => string;

const LAYOUTS: Readonly<Record<string, Layout>> = {
  rewritten: documents => written(documents),
  'flush lists': documents => written(documents, { indentSeq: false }),
  'wide indents': documents => written(documents, { indent: 6 }),
  'everything in double quotes': documents => written(documents.map(document => quoted(document, 'QUOTE_DOUBLE'))),
  'everything in single quotes': documents => written(documents.map(document => quoted(document, 'QUOTE_SINGLE'))),
  bare: documents => written(documents.map(document => quoted(document, 'PLAIN'))),
  folded: documents => written(documents.map(document => quoted(document, 'BLOCK_FOLDED'))),
  'all in flow style': documents => written(documents.map(document => flowing(document, true))),
  'all in block style': documents => written(documents.map(document => flowing(document, false))),
  'a comment on everything': documents => written(documents.map(commented)),
};

/** A plan in one layout. */
export interface LaidOut {
  readonly name: string;
  readonly text: string;
  /** The same text with bare line feeds, and without the byte order mark that it may have. */
  readonly plain: string;
  /** How many characters the byte order mark takes: 1 or 0. */
  readonly bom: number;
}

/** A text as it stands and in every other layout, each with its name: the same plan each time. */
export function layouts(text: string): readonly (readonly [name: string, text: string])[] {
  return layOut(text).map(({ name, text: laidOut }) => [name, laidOut]);
}

/** The same, with what is to be known for finding a place in each; `isWanted` chooses by name. */
export function layOut(text: string, isWanted: (layout: string) => boolean = () => true): readonly LaidOut[] {
  const crlf = text.replaceAll('\n', '\r\n');
  const marks = [
    { name: 'as it stands', text, plain: text, bom: 0 },
    { name: 'CRLF', text: crlf, plain: text, bom: 0 },
    { name: 'BOM', text: `\uFEFF${text}`, plain: text, bom: 1 },
    { name: 'BOM and CRLF', text: `\uFEFF${crlf}`, plain: text, bom: 1 },
  ];
  const wanted = Object.entries(LAYOUTS).filter(([name]) => isWanted(name));
  const documents = wanted.length > 0 ? documentsOf(text) : [];
  const laidOut = wanted.map(([name, lay]) => {
    const own = lay(documents.map(document => document.clone()));
    return { name, text: own, plain: own, bom: 0 };
  });
  return [...marks.filter(({ name }) => isWanted(name)), ...laidOut];
}

/** Values, not keys, in quotes or out of them; long prose alone is folded. */
function quoted(document: Document, type: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | 'PLAIN' | 'BLOCK_FOLDED'): Document {
  visit(document, {
    Scalar(key, scalar) {
      if (key === 'key' || typeof scalar.value !== 'string') return;
      if (type !== 'BLOCK_FOLDED' || scalar.value.length > 30) scalar.type = type;
    },
  });
  return document;
}

function flowing(document: Document, flow: boolean): Document {
  visit(document, {
    Collection(_, collection, path) {
      const comments = path.length > 0 && flow;
      collection.flow = comments;
    },
    Node(_, node) {
      // A comment inside braces would swallow what follows on its line.
      if (!flow) return;
      node.comment = null;
      node.commentBefore = null;
      if (isScalar(node) && node.type?.startsWith('BLOCK')) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document;
}

function commented(document: Document): Document {
  visit(document, {
    Pair(_, pair, path) {
      const within = path.some(step => isCollection(step) && step.flow);
      if (!within && isScalar(pair.key))
        pair.key.commentBefore = ` about ${String(pair.key.value)}: "quotes", [brackets] and: colons`;
      if (!within && isScalar(pair.value) && !pair.value.type?.startsWith('BLOCK'))
        pair.value.comment = ' said in the kickoff';
    },
    Seq(_, list) {
      if (!isSeq(list) || list.flow) return;
      for (const item of list.items) if (isCollection(item)) item.commentBefore = ' one of these';
    },
  });
  return document;
}
