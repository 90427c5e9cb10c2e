import { expect, it } from 'vitest';
import { commentsOf } from '../../../plan/syntax/comments.ts';
import { parse } from '../../../plan/syntax/parse.ts';

const told = (text: string) => commentsOf(parse(text)).map(({ start, end }) => text.slice(start, end));

it('are told from what looks like them in values and keys', () => {
  expect(
    told(
      '# a\nplan: # b\n  title: "no # one" # c\n  x#y: no#ne\n  "k # k": \'v # v\'\n  x-t: |\n    # none\n  x-l: [1, # d\n    "# none"]\r\n  # e\r\n',
    ),
  ).toEqual(['# a', '# b', '# c', '# d', '# e']);
});

it('are looked for once, however many there are', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `  k${index}: "v # v" # c`);
  expect(told(`x-notes:\n${lines.join('\n')}\n`)).toEqual(lines.map(() => '# c'));
});
