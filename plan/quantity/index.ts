export { comparable, isPerNamed, isZero, type Mismatch, ratioContradiction } from './compare.ts';
export { readDuration } from './duration.ts';
export { type FoundQuantity, findQuantities } from './find.ts';
export {
  displayValue,
  type FormatOptions,
  formatDifference,
  formatLike,
  formatPercent,
  formatQuantity,
  formatTick,
  fromDisplay,
  isRating,
  percentOf,
} from './format.ts';
export { quantityOf, readQuantity } from './read.ts';
export type { Comparator, Dimension, Quantity, QuantityReading, QuantityStyle } from './types.ts';
