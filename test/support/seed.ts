import * as fc from 'fast-check';

/** Random texts and edits are the same on every run of the same commit; `SEED=… npm run unit` tries others, `npm run soak` many. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
