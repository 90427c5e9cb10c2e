import type { Layer } from '../layer.ts';

/** One of the files, presets and overrides that levels and options come from. */
export interface Source {
  readonly name: string;
  readonly rules: ReadonlyMap<string, Layer>;
}

/** By whose word each rule stands as it does, sources given in the order in which they are laid over: those whose level or option still counts. */
export function originsOf(sources: readonly Source[]): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, Map<string, string>>();
  for (const { name, rules } of sources) {
    for (const [id, { fresh, severity, options }] of rules) {
      const by = (!fresh && said.get(id)) || new Map<string, string>();
      if (severity !== undefined) by.set('severity', name);
      for (const option of Object.keys(options ?? {})) by.set(`option ${option}`, name);
      said.set(id, by);
    }
  }
  return new Map([...said].map(([id, by]) => [id, [...new Set(by.values())]]));
}
