import { definitionShape } from '../schema/shape.ts';
import { enumerate, quoteShort, withArticle } from '../words.ts';
import type { Value } from './value.ts';

/** A team's own words, as `TeamFormat` keeps them. */
export interface OwnWords {
  readonly words: Map<string, Map<string, string | undefined>>;
  readonly texts: Map<string, string[]>;
}

/** Lists of words that join those of a free text, by the field they are for. */
export const TEXT_LISTS: Readonly<Record<string, string>> = {
  segments: 'customer.segment',
  plan_tiers: 'contract.plan_tier',
};

/** Lists of types that people may have beside the standard ones, by definition. */
export const TYPE_LISTS: Readonly<Record<string, string>> = {
  customer_types: 'customerPersonType',
  vendor_types: 'vendorPersonType',
};

/** Whose statuses may have words of the team's own, by definition. */
export const STATUSES: Readonly<Record<string, string>> = {
  plan: 'planStatus',
  outcome: 'outcomeStatus',
  milestone: 'milestoneStatus',
  risk: 'riskStatus',
  action: 'actionStatus',
};

const KNOWN = [...Object.keys(TEXT_LISTS), ...Object.keys(TYPE_LISTS), 'statuses'];

/** Reads `vocabulary`. What is wrong is said at its place, and the rest counts. Never throws. */
export function readVocabulary(value: Value): OwnWords {
  const read: OwnWords = { words: new Map(), texts: new Map() };
  if (value.isEmpty) return read;
  if (!value.entries) value.say(`“vocabulary” should be a group: ${enumerate(KNOWN)}.`);
  for (const { name, key, value: said } of value.entries ?? []) {
    const field = Object.hasOwn(TEXT_LISTS, name) ? TEXT_LISTS[name] : undefined;
    const type = Object.hasOwn(TYPE_LISTS, name) ? TYPE_LISTS[name] : undefined;
    if (field)
      read.texts.set(
        field,
        wordsIn(said, name).map(word => word.text ?? ''),
      );
    else if (type) read.words.set(type, ownTypes(said, name, type));
    else if (name === 'statuses') readStatuses(said, read.words);
    else key.unknown(`A vocabulary has no ${quoteShort(name)}.`, KNOWN, `It has ${enumerate(KNOWN)}.`);
  }
  return read;
}

function ownTypes(value: Value, name: string, definition: string): Map<string, undefined> {
  const standard = standardWords(definition);
  const own = wordsIn(value, name).filter(word => {
    const known = standard.includes(word.text ?? '');
    if (known) word.say(`${word.shown} is a standard type already. Leave it out.`);
    return !known;
  });
  return new Map(own.map(word => [word.text ?? '', undefined]));
}

function readStatuses(value: Value, words: OwnWords['words']): void {
  const owners = Object.keys(STATUSES);
  if (value.isEmpty) return;
  if (!value.entries) value.say(`“statuses” should be a group: ${enumerate(owners)}, each with its words below.`);
  for (const { name, key, value: said } of value.entries ?? []) {
    const definition = Object.hasOwn(STATUSES, name) ? STATUSES[name] : undefined;
    if (definition) words.set(definition, mapping(said, name, standardWords(definition)));
    else key.unknown(`Nothing called ${quoteShort(name)} has a status.`, owners, `${enumerate(owners)} have one.`);
  }
}

function mapping(value: Value, owner: string, standard: readonly string[]): Map<string, string> {
  const words = new Map<string, string>();
  if (value.isEmpty) return words;
  if (!value.entries)
    value.say(`“${owner}” should be a group: your word, a colon, and the standard word it stands for.`);
  for (const { name, key, value: said } of value.entries ?? []) {
    const { text } = said;
    if (standard.includes(name))
      key.say(`${quoteShort(name)} is a standard word already, and keeps its meaning. Leave it out.`);
    else if (text === undefined || said.isEmpty)
      said.say(`“${name}” should stand for one standard word: ${enumerate(standard, 'or')}.`);
    else if (!standard.includes(text))
      said.unknown(`${said.shown} is no standard status of ${withArticle(owner)}.`, standard);
    else words.set(name, text);
  }
  return words;
}

/** The words of a list; what is none is said. */
function wordsIn(value: Value, name: string): Value[] {
  if (value.isEmpty) return [];
  const { items } = value;
  if (!items) value.say(`“${name}” should be a list of words, such as [${EXAMPLES[name] ?? ''}].`);
  return (items ?? []).filter(item => {
    const isWord = item.text !== undefined && item.text.trim() !== '';
    if (!isWord) item.say(`“${name}” holds words, and here stands ${item.shown}.`);
    return isWord;
  });
}

const EXAMPLES: Readonly<Record<string, string>> = {
  segments: 'strategic, growth',
  plan_tiers: 'Gold, Silver',
  customer_types: 'regional_lead',
  vendor_types: 'csm',
};

/** The values of a definition. */
function standardWords(definition: string): string[] {
  return (definitionShape(definition)?.values ?? []).map(({ value }) => value);
}
