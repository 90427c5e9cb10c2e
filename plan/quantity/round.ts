/** Takes the noise of binary fractions off a computed number: 0.07 × 100 is 7. Fourteen digits are more than anyone writes. */
export function clean(value: number): number {
  return Number(value.toPrecision(14));
}
