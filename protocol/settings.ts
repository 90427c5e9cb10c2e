/**
 * The editor's own settings, as the client hands them to the server: as `initializationOptions`, and after a change as the
 * `settings` of `workspace/didChangeConfiguration`. The server trusts nothing of it and reads it leniently.
 */
export interface EditorSettings {
  /** The day that plans are judged by, 'YYYY-MM-DD'; empty: the calendar's today. */
  readonly today: string;
  /** Ids of rules that this editor does not show. */
  readonly hiddenRules: readonly string[];
  /** The editor's command that opens its list of suggestions: sent along with completions that are followed by another. */
  readonly suggestCommand?: string;
  /** True where the editor has the commands that lenses run (`successPlan.logReview` and so on); without them lenses only tell. */
  readonly commands?: boolean;
  /** Which code lenses are shown: those that tell how things stand, and those that do something. */
  readonly codeLens?: { readonly numbers?: boolean; readonly actions?: boolean };
  /** Which inlay hints are shown: how far days are, and by how much something slipped. */
  readonly inlayHints?: { readonly distance?: boolean; readonly slip?: boolean };
  /** Translations of what the server says beside findings: English phrase → phrase in the editor's language, with `{0}` and so on kept. */
  readonly translations?: Readonly<Record<string, string>>;
}
