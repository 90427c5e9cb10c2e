/**
 * What a program in parts (`in-parts.mjs`) begins with, so that Node keeps what V8 compiles of its core for the next start, in a folder beside it. Who may write there
 * may write the program too. Where nobody may, or Node is older than 22.1, all is compiled at every start. A thread has other flags than the process, for
 * which V8 would compile anew.
 */
export function keepingCompiled(core) {
  return `"use strict";
if (require("node:worker_threads").isMainThread) require("node:module").enableCompileCache?.(require("node:path").join(__dirname, "compiled"));
require("./${core}");
`;
}
