/** Takes the noise of binary fractions off a computed number: 0.07 × 100 is 7. Fourteen digits are more than anyone writes. */
export function clean(value: number): number {
  // Whole numbers of that size have no fraction to be noisy in; the sum takes the sign off a zero, as writing it out does.
  if (Number.isInteger(value) && Math.abs(value) < 1e14) return value + 0;
  return Number(value.toPrecision(14));
}
