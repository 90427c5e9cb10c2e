// Generated from schemas/ by `npm run generate`. Do not edit.
interface Violation {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
}
interface Validator {
  (data: unknown): boolean;
  errors?: Violation[] | null;
}
export declare const planSection: Validator;
export declare const customer: Validator;
export declare const agreement: Validator;
export declare const stakeholders: Validator;
export declare const outcome: Validator;
export declare const milestone: Validator;
export declare const phase: Validator;
export declare const decision: Validator;
export declare const implementation: Validator;
export declare const resource: Validator;
export declare const communication: Validator;
export declare const risk: Validator;
export declare const review: Validator;
export declare const renewal: Validator;
export declare const qbr: Validator;
