export type * from '../generated/model.ts';
export { type Agenda, emptyPlan, type Plan, type ReadDocument, readDocuments } from './documents.ts';
export type {
  Element,
  Field,
  List,
  Reference,
  WrittenDay,
  WrittenIgnore,
  WrittenPart,
  WrittenProblem,
  WrittenQuantity,
} from './field.ts';
