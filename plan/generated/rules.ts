// Generated from plan/rules/catalogue/ by `npm run generate`. Do not edit.
import duplicateKey from '../rules/catalogue/duplicate-key.ts';
import milestoneOverdue from '../rules/catalogue/milestone-overdue.ts';
import schema from '../rules/catalogue/schema.ts';
import unknownKey from '../rules/catalogue/unknown-key.ts';
import yamlSyntax from '../rules/catalogue/yaml-syntax.ts';
import type { PreparedRule } from '../rules/rule.ts';

/** Every rule, by id in alphabetical order. */
export const ALL_RULES: readonly PreparedRule[] = [
  duplicateKey,
  milestoneOverdue,
  schema,
  unknownKey,
  yamlSyntax,
];
