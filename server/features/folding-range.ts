import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver-protocol';
import { type Fold, folds } from '../../plan/authoring/folding/folding.ts';
import { toLineEnd } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';

/** What can be folded, in plans, agendas and configurations. */
export const foldingRange: Feature = {
  register(session) {
    const most = () => {
      const limit = session.capabilities.textDocument?.foldingRange?.rangeLimit;
      return limit !== undefined && limit > 0 ? limit : undefined;
    };
    session.connection.onRequest(
      'textDocument/foldingRange',
      onDocument<FoldingRangeParams, FoldingRange[]>(
        session,
        'folding',
        [],
        ({ file, text }) => folds(file.source, most()).map(toRange(text)),
        ({ source, text }) => folds(source, most()).map(toRange(text)),
      ),
    );

    /** Editors that fold within a line are told where it is. */
    function toRange(text: Parameters<typeof toLineEnd>[0]): (fold: Fold) => FoldingRange {
      const wholeLines = session.capabilities.textDocument?.foldingRange?.lineFoldingOnly === true;
      const character = (line: number) => toLineEnd(text, line).character;
      return ({ start, end, kind }) => ({
        startLine: start,
        endLine: end,
        ...(!wholeLines && { startCharacter: character(start), endCharacter: character(end) }),
        ...(kind && { kind }),
      });
    }
  },
};
