import { it } from 'vitest';
import { parse } from '../../plan/syntax/parse.ts';
import { ALL_PLANS } from '../support/plans.ts';
import { expectWithheld } from '../support/withheld.ts';

const readable = ALL_PLANS.filter(([, text]) => parse(text).documents.every(document => !document.broken));

it.each(readable)('a customer’s text has nothing of what is withheld in any layout: %s', (_, text) => {
  expectWithheld(text);
});
