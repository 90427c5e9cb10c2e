import { it } from 'vitest';
import { parse } from '../../../plan/syntax/parse.ts';
import { ALL_PLANS } from '../../support/plans.ts';
import { expectWithheld } from '../../support/withheld.ts';

/** The others are for `test/corpus`. */
const LAYOUTS = ['BOM and CRLF', 'all in flow style'];

const readable = ALL_PLANS.filter(([, text]) => parse(text).documents.every(document => !document.broken));

it.each(readable)('a customer’s text has nothing of what is withheld, and all the rest: %s', (_, text) => {
  expectWithheld(text, layout => LAYOUTS.includes(layout));
});
