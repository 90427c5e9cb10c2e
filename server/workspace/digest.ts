import type { Range } from 'vscode-languageserver-protocol';
import { type PlanSymbol, planSymbols } from '../../plan/authoring/names/plan-symbols.ts';
import type { PlanFile } from '../../plan/check.ts';
import { toRange } from '../convert.ts';
import type { TextDocument } from '../text.ts';

/** What is kept of a file of the workspace: a few words, not its text. */
export interface Digest {
  /** True if all of it is a review agenda. */
  readonly isAgenda: boolean;
  /** The plan that an agenda names. */
  readonly named: string | undefined;
  readonly symbols: readonly FoundSymbol[];
}

/** A symbol where LSP counts it. */
export interface FoundSymbol extends Pick<PlanSymbol, 'kind' | 'name' | 'container'> {
  readonly range: Range;
}

/** What is kept of a file. */
export function digestOf(file: PlanFile, text: TextDocument): Digest {
  return {
    isAgenda: file.documents.length > 0 && file.documents.every(({ model }) => model.kind === 'agenda'),
    named: namedPlan(file),
    symbols: planSymbols(file).map(({ kind, name, container, ...span }) => ({
      kind,
      name,
      container,
      range: toRange(text, span),
    })),
  };
}

/** The plan that an agenda names. */
export function namedPlan({ documents }: PlanFile): string | undefined {
  for (const { model } of documents) if (model.kind === 'agenda' && model.qbr?.plan?.text) return model.qbr.plan.text;
  return undefined;
}
