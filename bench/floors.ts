import { createHash } from 'node:crypto';
import { parseEvents } from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import { eachFile } from './each-file.ts';

/**
 * `node floors.js KIND FOLDER` does a part of what a check does with every plan of a repository, and nothing else: no program that does that part
 * with the same means can be faster.
 */
void eachFile({
  files: text => createHash('sha256').update(text).digest('hex'),
  events: text => parseEvents(text, {}),
  library: text => parseAllDocuments(text, { keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' }),
});
