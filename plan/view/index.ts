export type * from './details/types.ts';
export { documentView, planView } from './document.ts';
export type * from './timeline-types.ts';
export * from './types.ts';
