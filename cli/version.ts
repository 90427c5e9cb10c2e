import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** The package's version. Sources and bundle both lie one folder below package.json. */
export const VERSION = read();

function read(): string {
  const json: unknown = JSON.parse(readFileSync(path.join(__dirname, '../package.json'), 'utf8'));
  return typeof json === 'object' && json !== null && 'version' in json ? String(json.version) : '0.0.0';
}
