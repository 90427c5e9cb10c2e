import type { Writer } from './format.ts';
import { toJson } from './json.ts';

/** For scripts that read line by line: a finding a line, each as `json` has it. */
export function ndjson(): Writer {
  return {
    begin: () => '',
    file: file => file.findings.map(finding => `${JSON.stringify(toJson(file, finding))}\n`).join(''),
    end: () => '',
  };
}
