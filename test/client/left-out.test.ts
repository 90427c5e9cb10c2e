import { expect, it } from 'vitest';
import { leftOutLine } from '../../client/export/left-out.ts';

it('names what is left out, and apart from it what stays', () => {
  expect(leftOutLine({ gone: ['The value of the contract', 'One comment'], stays: [] })).toBe(
    'The value of the contract · One comment',
  );
  expect(leftOutLine({ gone: ['One comment'], stays: ['“$84,000” is also said in outcomes'] })).toBe(
    'One comment. Stays: “$84,000” is also said in outcomes',
  );
  expect(leftOutLine({ gone: [], stays: [] })).toBe('');
});
