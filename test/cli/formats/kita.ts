import { readFileSync } from 'node:fs';
import { ALL_RULES } from '../../../plan/generated/rules.ts';
import { folderWith } from '../../support/cli.ts';

/** A plan with two errors and a hint, one of them on a line with signs of two UTF-16 units. */
export const KITA = readFileSync(new URL('../../fixtures/cli/kita-foods.success-plan.yaml', import.meta.url), 'utf8');

/** Only these rules speak, so that a new rule changes no test of a format. */
const SPEAKING = ['duplicate-key', 'unknown-key', 'schema'];
export const CONFIG = `rules:\n${ALL_RULES.filter(rule => !SPEAKING.includes(rule.id))
  .map(rule => `  ${rule.id}: off\n`)
  .join('')}  unknown-key: hint\n`;

/** A folder for one test with that plan, where only these rules speak; its name has to be escaped in addresses. */
export function kitaFolder(): string {
  return folderWith({ 'success-plan.config.yaml': CONFIG, 'asia 50%/kita-foods.success-plan.yaml': KITA });
}
