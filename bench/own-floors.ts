import { forgetAll } from '../plan/once.ts';
import { eachFile } from './each-file.ts';
import { fastReader } from './fast-reader.ts';
import { PLAN_TODAY } from './plans.ts';
import { silentChecker } from './silent.ts';

const fast = fastReader();
const silent = silentChecker();

/**
 * `node own-floors.js KIND FOLDER` does a part of what our check does with every plan of a repository, by our own means: what is left of it when
 * rules cost nothing, and nothing is told. A bundle of its own, since what is ours takes its time to load.
 */
void eachFile({
  silent: text => {
    silent.check(fast.read(text), PLAN_TODAY);
    forgetAll();
  },
});
