/** Runs in the page: what touches, what leaves its drawing, what scrolls. */
export function inspect() {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll('main *')]
      .filter(el => !el.closest('svg') && el.getBoundingClientRect().right > root.clientWidth + 1)
      .map(el => el.className || el.tagName);
    found.push(
      `scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}; ${[...new Set(wide)].slice(0, 4).join(', ')}`,
    );
  }
  for (const svg of document.querySelectorAll('svg.plot, svg.scale')) {
    const frame = svg.getBoundingClientRect();
    // Each line of a label by itself: a box around both lines would cover free paper.
    const boxes = [];
    for (const text of svg.querySelectorAll('text')) {
      if (getComputedStyle(text).display === 'none') continue;
      const lines = [...text.querySelectorAll('tspan[x]')];
      const range = document.createRange();
      for (const line of lines.length > 0 ? lines : [text]) {
        range.selectNodeContents(line);
        const rects = [...range.getClientRects()].filter(rect => rect.width > 0);
        if (rects.length === 0) continue;
        const left = Math.min(...rects.map(rect => rect.left));
        const right = Math.max(...rects.map(rect => rect.right));
        const y = (rects[0].top + rects[0].bottom) / 2;
        // Letters fill about 9 px of a line.
        boxes.push({ left, right, top: y - 5, bottom: y + 4, owner: text, words: line.textContent });
      }
    }
    for (const [i, a] of boxes.entries()) {
      if (a.left < frame.left - 10 || a.right > frame.right + 10) found.push(`leaves the drawing: “${a.words}”`);
      for (const b of boxes.slice(i + 1)) {
        if (a.owner === b.owner) continue;
        if (a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom && b.top < a.bottom)
          found.push(`“${a.words}” touches “${b.words}”`);
      }
    }
  }
  return found;
}
