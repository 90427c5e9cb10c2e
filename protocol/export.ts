import type { Audience } from '../plan/audience/audience.ts';
import type * as audience from '../plan/audience/left-out.ts';
import type { DocumentParams } from './panel.ts';
import { isFileName, isListOf, isRecord } from './unknown.ts';

/** What the audience does not get, in the editor's language. */
export type LeftOut = audience.LeftOut<string>;

/** The request for a plan on paper, from client to server. Answered with `ExportAnswer`, or null for a document that is not open. */
export const EXPORT_METHOD = 'successPlan/export';

/** What a plan can be written as. A picture of pixels (`png`) is drawn by the panel from the `svg`. */
export const EXPORT_FORMATS = ['html', 'svg', 'markdown', 'csv', 'ics'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Which plan, as what and for whom. */
export interface ExportParams extends DocumentParams {
  readonly format: ExportFormat;
  readonly audience: Audience;
}

/** The file, or why there is none. */
export type ExportAnswer =
  | {
      readonly type: 'file';
      /** Beside the plan, unless the person says otherwise: `acme.html`. */
      readonly fileName: string;
      readonly content: string;
      readonly leftOut: LeftOut;
    }
  | { readonly type: 'refused'; readonly reason: string };

/** True for an answer of this shape. Never throws, whatever it is given. */
export function isExportAnswer(x: unknown): x is ExportAnswer {
  if (!isRecord(x)) return false;
  if (x.type === 'refused') return typeof x.reason === 'string';
  return x.type === 'file' && isFileName(x.fileName) && typeof x.content === 'string' && isLeftOut(x.leftOut);
}

function isLeftOut(x: unknown): boolean {
  const isText = (one: unknown) => typeof one === 'string';
  return isRecord(x) && isListOf(x.gone, isText) && isListOf(x.stays, isText);
}
