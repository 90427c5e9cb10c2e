import type { InPage } from '../../../webview/act.ts';

/** An element as far as the page's script asks about it: attributes, and what is around it. */
export function element(attributes: Readonly<Record<string, string>>, around?: InPage): InPage {
  const self: InPage = {
    getAttribute: name => attributes[name] ?? null,
    closest: selectors =>
      selectors.split(',').some(one => Object.hasOwn(attributes, one.slice(1, -1)))
        ? self
        : (around?.closest(selectors) ?? null),
  };
  return self;
}

/** The same from an opening tag of markup: `<button data-at="12">`. */
export function tag(markup: string, around?: InPage): InPage {
  return element(
    Object.fromEntries(
      [...markup.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/gu)].map(([, name = '', value = '']) => [name, value]),
    ),
    around,
  );
}
