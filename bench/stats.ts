/** The value below which the share `q` (0–1) of the samples lies, by linear interpolation. NaN for no samples. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** The middle of the samples. NaN for no samples. */
export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** Where the slow ones begin: one in twenty is slower. NaN for no samples. */
export function p95(samples: readonly number[]): number {
  return quantile(samples, 0.95);
}

/** The slowest one. NaN for no samples. */
export function longest(samples: readonly number[]): number {
  return quantile(samples, 1);
}
