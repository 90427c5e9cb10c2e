/** After which characters there may be something to put in order. */
export const TYPED = ['\n', '-'] as const;
