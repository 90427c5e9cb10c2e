/** Between the mark and its words, and between these and the ends of the page, in pixels. */
const GAP = 8;
const MARGIN = 8;
/** So long a tip stays when the pointer has left, so that it can be reached itself. */
const LINGER_MS = 120;

/** Shows what a mark says of itself (`data-tip`, in lines, the first one its name) while it is pointed at or has the keyboard. */
export function listenToTips(root: HTMLElement): void {
  const tip = document.body.appendChild(document.createElement('div'));
  tip.className = 'about';
  tip.setAttribute('role', 'tooltip');
  tip.hidden = true;
  let owner: Element | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const hide = (): void => {
    clearTimeout(leaving);
    gone.disconnect();
    owner = undefined;
    tip.hidden = true;
  };
  // A redraw may take the mark away, or give it other words.
  const gone = new MutationObserver(() => {
    if (owner?.isConnected && owner.hasAttribute('data-tip')) show(owner);
    else hide();
  });
  const show = (target: Element): void => {
    clearTimeout(leaving);
    owner = target;
    const lines = (target.getAttribute('data-tip') ?? '').split('\n');
    tip.replaceChildren(...lines.map((line, i) => lineOf(line, i === 0 && lines.length > 1)));
    tip.hidden = false;
    place(tip, target);
    gone.disconnect();
    gone.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-tip', 'data-x'] });
  };
  const leave = (): void => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, LINGER_MS);
  };

  root.addEventListener('pointerover', event => {
    if (event.pointerType === 'touch') return;
    const target = tipped(event.target);
    if (target !== undefined && document.body.dataset.dragging === undefined) show(target);
    else if (owner !== undefined) leave();
  });
  root.addEventListener('pointerleave', leave);
  tip.addEventListener('pointerenter', () => clearTimeout(leaving));
  tip.addEventListener('pointerleave', leave);
  root.addEventListener('focusin', event => {
    const target = tipped(event.target);
    if (target?.matches(':focus-visible')) show(target);
  });
  root.addEventListener('focusout', hide);
  root.addEventListener('pointerdown', hide);
  window.addEventListener('scroll', hide, { passive: true });
  window.addEventListener('resize', hide);
  window.addEventListener(
    'keydown',
    event => {
      // Alt moves a mark: what is said of it then is said elsewhere.
      if (!tip.hidden && (event.key === 'Escape' || event.key === 'Alt' || event.key === 'F2')) hide();
    },
    { capture: true },
  );
}

function tipped(target: EventTarget | null): Element | undefined {
  return target instanceof Element ? (target.closest('[data-tip]') ?? undefined) : undefined;
}

/** One line; the name of the thing stands out. Names may be of any script, and of either direction. */
function lineOf(text: string, strong: boolean): HTMLElement {
  const line = document.createElement('p');
  line.dir = 'auto';
  if (strong) line.className = 'b';
  line.textContent = text;
  return line;
}

/** Under the mark; over it where there is no room below; never over the ends of the page. */
function place(tip: HTMLElement, target: Element): void {
  const mark = (target.querySelector('.ring') ?? target).getBoundingClientRect();
  // From where the last one stood it would be measured as narrow as the room there.
  tip.style.setProperty('left', '0');
  const { offsetWidth: width, offsetHeight: height } = tip;
  const { clientWidth, clientHeight } = document.documentElement;
  const middle = mark.left + mark.width / 2;
  const left = Math.max(MARGIN, Math.min(clientWidth - width - MARGIN, middle - 24));
  const below = mark.bottom + GAP;
  const above = mark.top - GAP - height;
  const top = below + height > clientHeight - MARGIN && above >= MARGIN ? above : below;
  // Set by script: the page's policy has no styles in the markup.
  tip.style.setProperty('left', `${Math.round(left)}px`);
  tip.style.setProperty('top', `${Math.round(top)}px`);
}
