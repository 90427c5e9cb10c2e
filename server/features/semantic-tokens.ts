import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver-protocol';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../plan/authoring/tokens/legend.ts';
import { type Token, tokens } from '../../plan/authoring/tokens/tokens.ts';
import { toRange, toSpan } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';
import type { TextDocument } from '../text.ts';

/** People, ids, dates, quantities and statuses, with what is late and what is done. */
export const semanticTokens: Feature = {
  register(session) {
    const told = new Told();
    const { connection } = session;
    connection.onRequest(
      'textDocument/semanticTokens/full',
      onDocument<SemanticTokensParams, SemanticTokens>(session, 'tokens', { data: [] }, ({ uri, text, file }) =>
        told.keep(uri, encode(text, tokens(file, session.today()))),
      ),
    );
    connection.onRequest(
      'textDocument/semanticTokens/full/delta',
      onDocument<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
        session,
        'changed tokens',
        { data: [] },
        ({ uri, text, file }, { previousResultId }) =>
          told.change(uri, previousResultId, encode(text, tokens(file, session.today()))),
      ),
    );
    connection.onRequest(
      'textDocument/semanticTokens/range',
      onDocument<SemanticTokensRangeParams, SemanticTokens>(
        session,
        'tokens in view',
        { data: [] },
        ({ text, file }, { range }) => {
          const { start, end } = toSpan(text, range);
          const all = tokens(file, session.today(), { start, end });
          return {
            data: encode(
              text,
              all.filter(token => token.start <= end && start <= token.end),
            ),
          };
        },
      ),
    );
  },
};

/** Five numbers a token: lines and characters since the last, length, type, modifiers as bits. */
function encode(text: TextDocument, all: readonly Token[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of all) {
    const { start } = toRange(text, { start: token.start, end: token.start });
    const isSameLine = start.line === line;
    const modifiers = token.modifiers.reduce((bits, one) => bits | (1 << TOKEN_MODIFIERS.indexOf(one)), 0);
    data.push(
      start.line - line,
      isSameLine ? start.character - character : start.character,
      token.end - token.start,
      TOKEN_TYPES.indexOf(token.type),
      modifiers,
    );
    ({ line, character } = start);
  }
  return data;
}

/** What clients were told last of each document, so that they can be told what is new in it. */
class Told {
  private readonly last = new Map<string, { readonly id: string; readonly data: number[] }>();
  private count = 0;

  keep(uri: string, data: number[]): SemanticTokens {
    const id = String(++this.count);
    // In the order of their last use: the first is the one that was longest not asked for.
    this.last.delete(uri);
    this.last.set(uri, { id, data });
    for (const oldest of this.last.keys()) if (this.last.size > DOCUMENTS_KEPT) this.last.delete(oldest);
    return { resultId: id, data };
  }

  /** The one stretch of numbers that is another; all of them if the client has none, or others than the last. */
  change(uri: string, previous: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const before = this.last.get(uri);
    const { resultId = '' } = this.keep(uri, data);
    if (before?.id !== previous) return { resultId, data };
    const shorter = Math.min(data.length, before.data.length);
    let start = 0;
    while (start < shorter && data[start] === before.data[start]) start++;
    let kept = 0;
    while (kept < shorter - start && data.at(-1 - kept) === before.data.at(-1 - kept)) kept++;
    const deleteCount = before.data.length - start - kept;
    const added = data.slice(start, data.length - kept);
    return { resultId, edits: deleteCount + added.length > 0 ? [{ start, deleteCount, data: added }] : [] };
  }
}

const DOCUMENTS_KEPT = 50;
