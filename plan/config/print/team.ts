import type { CustomField, TeamFormat } from '../../team-format.ts';
import { STATUSES, TEXT_LISTS, TYPE_LISTS } from '../read-vocabulary.ts';
import { list, scalar } from './text.ts';

/** The lines of `vocabulary`. */
export function vocabularyLines({ words, texts }: TeamFormat): string[] {
  const lists = Object.entries(TEXT_LISTS).map(([name, field]) => ({ name, own: texts.get(field) ?? [] }));
  const types = Object.entries(TYPE_LISTS).map(([name, type]) => ({ name, own: [...(words.get(type)?.keys() ?? [])] }));
  const statuses = Object.entries(STATUSES).flatMap(([owner, definition]) => {
    const own = [...(words.get(definition) ?? [])].map(([word, standard = '']) => `${scalar(word)}: ${standard}`);
    return own.length === 0 ? [] : `  ${owner}: { ${own.join(', ')} }`;
  });
  return [
    ...[...lists, ...types].flatMap(({ name, own }) => (own.length === 0 ? [] : `${name}: ${list(own)}`)),
    ...(statuses.length === 0 ? [] : ['statuses:', ...statuses]),
  ];
}

/** The lines of `custom_fields`. */
export function fieldLines({ fields }: TeamFormat): string[] {
  return [...fields.values()].flatMap(field => [`${scalar(field.name)}:`, ...declared(field).map(line => `  ${line}`)]);
}

function declared({ type, in: places, description, values, pattern }: CustomField): string[] {
  return [
    `type: ${type}`,
    ...(places ? [`in: ${list(places)}`] : []),
    ...(description === '' ? [] : [`description: ${scalar(description)}`]),
    ...(values.length === 0 ? [] : [`values: ${list(values)}`]),
    ...(pattern ? [`pattern: ${scalar(asWritten(pattern))}`] : []),
  ];
}

/** A pattern as a team wrote it: without what makes it match the whole text, and the backslash that JavaScript puts before each `/`. */
function asWritten({ source }: RegExp): string {
  return source.replace(/^\^\(\?:(.*)\)\$$/s, '$1').replaceAll(/\\(.)/gs, (both, one) => (one === '/' ? one : both));
}
