/** Of all these elements the tab key reaches one: the wanted one if it is there, else the first. */
export function keepStop(elements: Iterable<Element>, isWanted: (element: Element) => boolean): void {
  const all = [...elements];
  const own = all.find(isWanted) ?? all[0];
  for (const one of all) {
    const tabIndex = one === own ? '0' : '-1';
    if (one.getAttribute('tabindex') !== tabIndex) one.setAttribute('tabindex', tabIndex);
  }
}
