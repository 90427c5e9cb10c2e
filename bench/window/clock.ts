import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';

/** A window that has just opened still works: it is left alone so long. */
const SETTLED_MS = 3_000;
const LIMIT_MS = 60_000;

/**
 * Called by the extension host: opens the plan named by WINDOW_PLAN, which no extension has been started for, and writes to the file WINDOW_TOOK how
 * many milliseconds later the fault in the line WINDOW_LINE (from 0) was marked. Rejects if it never is.
 */
export async function run(): Promise<void> {
  const { WINDOW_PLAN: plan = '', WINDOW_LINE: line = '', WINDOW_TOOK: file = '' } = process.env;
  const uri = vscode.Uri.file(plan);
  await pause(SETTLED_MS);
  const started = performance.now();
  const marked = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error(`line ${line} of ${plan} was not marked in ${LIMIT_MS / 1000} s`)), LIMIT_MS);
    vscode.languages.onDidChangeDiagnostics(() => {
      const isMarked = vscode.languages.getDiagnostics(uri).some(({ range }) => range.start.line === Number(line));
      if (isMarked) resolve(performance.now() - started);
    });
  });
  await vscode.window.showTextDocument(uri);
  writeFileSync(file, String(await marked));
}
