import { JsonArray } from '../formats/format.ts';
import type { Range } from '../positions.ts';
import type { Compared, ReportedChange } from './result.ts';

/** A change as scripts get it: all is flat. Ranges are LSP's: from 0, in UTF-16 units. */
export interface JsonChange extends Pick<ReportedChange, 'topic' | 'kind' | 'field' | 'sentence'> {
  /** From the current folder, with `/`. */
  readonly path: string;
  /** As it was and is written; null where nothing was or is. */
  readonly from: string | null;
  readonly to: string | null;
  /** In the newer text; null where the plan is gone. */
  readonly range: Range | null;
}

/** For scripts: an array of changes, empty where there are none. */
export function asJson({ changed }: Compared): string {
  const array = new JsonArray(0);
  const changes = changed.flatMap(({ name, changes: own }) =>
    own.map(
      ({ topic, kind, field, from, to, sentence, range }): JsonChange => ({
        path: name,
        topic,
        kind,
        field,
        from: from ?? null,
        to: to ?? null,
        sentence,
        range: range ?? null,
      }),
    ),
  );
  return `[${array.add(changes)}${array.end()}\n`;
}
