import type { TeamFormat } from '../team-format.ts';
import type { EnumValue, Shape } from './shape.ts';

/** The values that a shape allows, with the team's own words behind the standard ones; undefined for a shape that is no choice. */
export function valuesOf(shape: Shape, team: TeamFormat): readonly EnumValue[] | undefined {
  const own = team.words.get(shape.name);
  if (!shape.values || !own) return shape.values;
  const words = [...own].map(([value, standard]) => ({
    value,
    meaning: standard ? `Your team’s word for ${standard}.` : 'Your team’s own word.',
  }));
  return [...shape.values, ...words];
}

/** The words that a team has named for a free text; none where it named none. */
export function usualTexts(owner: Shape, property: string, team: TeamFormat): readonly string[] {
  return team.texts.get(`${owner.name}.${property}`) ?? [];
}

/** True if a text is one of the team's own words for that choice. */
export function isOwnWord(shape: Shape, text: string, team: TeamFormat): boolean {
  return team.words.get(shape.name)?.has(text) ?? false;
}
