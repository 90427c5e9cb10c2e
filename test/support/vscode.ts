/*
 * What unit tests have in place of VS Code: only what can be had without an editor. Everything else is tested inside the real one
 * (test/vscode).
 */

/** Texts as they stand, with what belongs in their places. */
export const l10n = {
  t: (message: string, ...args: readonly (string | number | boolean)[]): string =>
    message.replace(/\{(\d+)\}/g, (mark, index) => String(args[Number(index)] ?? mark)),
};
