// VS Code's workbench as a person meets it: by what is seen on the page and by keys.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Every wait's limit; the first webview of a session takes its time. */
export const PATIENCE_MS = 20_000;
const PALETTE_TRIES = 5;

/** `page`: where the workbench is open; `folder`: the folder open in it; `shots`: where pictures go. */
export class Workbench {
  constructor({ page, folder, shots }) {
    Object.assign(this, { page, folder, shots });
    /** What the browser complained of: scripts that threw, things that a page's policy refused. */
    this.complaints = [];
    /** Where the open place that was filled in last stands, as the status bar tells it: `Ln 12,` or `2 selections`. */
    this.place = undefined;
    page.on('pageerror', error => this.complaints.push(error.message));
    page.on('console', message => {
      if (message.text().includes('Content Security Policy')) this.complaints.push(message.text());
    });
    this.lines = page.locator('.monaco-editor .view-lines').first();
    this.suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
    this.problems = page.locator('.markers-panel .monaco-list-row .marker-message-details-container');
    // The panel's content: a frame in VS Code's own frame.
    this.panel = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Opens a file of the folder by its name in the explorer. */
  async open(name) {
    const tab = this.tab(name);
    if (!(await tab.isVisible())) {
      await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
      await tab.waitFor();
    }
    await this.focus(name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.lines.locator('.view-line').first().waitFor();
  }

  /** Puts the keyboard into an open file, and the mouse where it shows no hover. */
  async focus(name) {
    await this.tab(name).click();
    await this.page.mouse.move(640, this.page.viewportSize().height - 5);
  }

  tab(name) {
    return this.page.locator(`.tab[data-resource-name="${name}"]`).first();
  }

  /** Presses the button over the text that opens the panel. */
  async openPanel() {
    await this.page.locator('.editor-actions .action-label[aria-label*="Open Plan Panel"]').first().click();
    await this.page.locator('iframe.webview.ready').first().waitFor();
  }

  /** Runs a command by its title, from the palette. */
  async command(title) {
    await this.quickInput('F1', `>${title}`, title);
  }

  /** Runs a command that asks something, from the palette: the same input stays open for its question. */
  async palette(title) {
    const input = this.page.locator('.quick-input-widget input.input');
    for (let left = PALETTE_TRIES; ; left--) {
      await this.page.keyboard.press('F1');
      try {
        await input.fill(`>${title}`, { timeout: 3_000 });
        const focused = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
        await focused.waitFor({ timeout: 3_000 });
        return await this.page.keyboard.press('Enter');
      } catch (error) {
        if (left === 0) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Puts the cursor of an open file at a line and column, both from 1. */
  async goTo(name, line, column) {
    await this.focus(name);
    await this.quickInput('Control+G', `:${line}:${column}`);
    await this.cursorAt(line, column);
  }

  /** Puts the cursor before (or behind) the first `text` of a file, as it is on disk. */
  async goToText(name, text, side = 'start') {
    const content = this.onDisk(name);
    const at = content.indexOf(text);
    assert.ok(at >= 0, `“${text}” stands in ${name}`);
    const before = content.slice(0, at + (side === 'end' ? text.length : 0)).split('\n');
    await this.goTo(name, before.length, before.at(-1).length + 1);
  }

  /** Waits for the cursor to stand on a line (and column), told by the status bar. */
  async cursorAt(line, column) {
    const where = column === undefined ? `Ln ${line},` : `Ln ${line}, Col ${column}`;
    const status = this.page.locator('#status\\.editor\\.selection');
    try {
      await status.filter({ hasText: where }).waitFor();
    } catch (error) {
      const there = await status.textContent({ timeout: 1_000 }).catch(() => 'nowhere');
      throw new Error(`the cursor should be at ${where} but is at ${there}`, { cause: error });
    }
  }

  /** Opens an input of the palette's kind, types, and presses Enter. A late change of focus may close it: then again. */
  async quickInput(key, text, row) {
    const input = this.page.locator('.quick-input-widget input.input');
    for (let left = PALETTE_TRIES; ; left--) {
      await this.page.keyboard.press(key);
      try {
        await input.fill(text, { timeout: 2_000 });
        if (row) {
          const focused = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row });
          await focused.waitFor({ timeout: 2_000 });
        }
        await input.press('Enter', { timeout: 2_000 });
        await input.waitFor({ state: 'hidden', timeout: 2_000 });
        return;
      } catch (error) {
        if (left === 0) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Waits for a question of a command: its title with the step, such as `Log Review (1/4)`. */
  async question(title) {
    await this.page.locator('.quick-input-widget:visible .quick-input-title', { hasText: title }).waitFor();
  }

  /** Answers the question that is shown: with `text`, or with what is proposed. */
  async answer(text) {
    const input = this.page.locator('.quick-input-widget input.input');
    if (text !== undefined) await input.fill(text);
    await input.press('Enter');
  }

  /** Types an answer key by key, in place of what is proposed. */
  async typed(text) {
    await this.page.keyboard.press('Control+A');
    await this.type(text);
  }

  /**
   * Fills in the open place under the cursor and goes on to the next: `choose` one of its own words, `take` a suggestion after some
   * letters, `type` it, or `keep` it.
   */
  async fill({ choose, take, typed, type, keep }) {
    const { keyboard } = this.page;
    await this.arrive();
    // Goes on by itself, and where there is something to choose again a list is open again at once.
    if (choose !== undefined) return this.pick(choose);
    if (take !== undefined) {
      await this.type(typed);
      await this.suggested(take);
      await this.take(take);
    } else if (keep === undefined) {
      await keyboard.type(type);
      // Tab would take a suggestion that happens to be open, and without one Escape would leave the open places. Where text is selected no list
      // is open, and none comes late.
      await keyboard.press('Shift+ArrowLeft');
    }
    await keyboard.press('Tab');
  }

  /**
   * Waits until the cursor is in another line than at the last open place, or in several at once. A Tab that came to nothing, while
   * lists opened and closed, is pressed again.
   */
  async arrive() {
    const status = this.page.locator('#status\\.editor\\.selection');
    const another = this.place ? status.filter({ hasNotText: this.place }) : status;
    for (let left = PALETTE_TRIES; ; left--) {
      try {
        await another.waitFor({ timeout: 5_000 });
        break;
      } catch (error) {
        if (left === 0) throw error;
        await this.page.keyboard.press('Tab');
      }
    }
    [this.place] = /^Ln \d+,|\d+ selections/.exec((await status.textContent()) ?? '') ?? [];
  }

  /** Waits until something is suggested. */
  async suggested(label) {
    await this.suggestions.filter({ hasText: label }).first().waitFor();
  }

  /** Takes a suggestion of the open list, and waits until the list is gone. */
  async take(label) {
    await this.pick(label);
    await this.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  }

  /** Goes to a suggestion of the open list by arrow keys, and presses Enter. */
  async pick(label) {
    const focused = this.page.locator('.suggest-widget.visible .monaco-list-row.focused').first();
    for (let left = 12; left > 0; left--) {
      const at = (await focused.getAttribute('aria-label')) ?? '';
      if (at.startsWith(label)) return await this.page.keyboard.press('Enter');
      await this.page.keyboard.press('ArrowDown');
      await this.page
        .locator(`.suggest-widget.visible .monaco-list-row.focused:not([aria-label=${JSON.stringify(at)}])`)
        .waitFor();
    }
    throw new Error(`“${label}” is not in the list`);
  }

  /** Finds text by the keyboard, from the cursor on, and selects it. */
  async find(text) {
    const { keyboard } = this.page;
    await keyboard.press('Control+F');
    await this.page.locator('.find-widget.visible .find-part textarea').waitFor();
    await keyboard.press('Control+A');
    await keyboard.insertText(text);
    // The first match behind the cursor is selected while one types.
    await this.page.locator('#status\\.editor\\.selection', { hasText: `(${text.length} selected)` }).waitFor();
    await keyboard.press('Escape');
    await this.page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
  }

  /** Finds text, and goes to the end of its line: the first keys behind a closed widget may come before the editor has the keyboard again. */
  async findEnd(text) {
    await this.find(text);
    const selected = this.page.locator('#status\\.editor\\.selection', { hasText: 'selected' });
    for (let left = PALETTE_TRIES; ; left--) {
      await this.page.keyboard.press('End');
      try {
        return await selected.waitFor({ state: 'hidden', timeout: 2_000 });
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  }

  /** Saves by the keyboard and waits until it is done. */
  async saved(name) {
    await this.page.keyboard.press('Control+S');
    await this.page.locator(`.tab.active:not(.dirty)[data-resource-name="${name}"]`).waitFor();
  }

  /** Waits until the status bar tells of neither errors nor warnings in the file at hand. */
  async noWarning(name) {
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    const status = this.page.locator('.statusbar-item[id*="success-plan"]');
    await status
      .filter({ hasNotText: /error|warning/ })
      .first()
      .waitFor();
    assert.equal(
      await this.page.locator('.monaco-editor .squiggly-error, .monaco-editor .squiggly-warning').count(),
      0,
    );
  }

  /** Types at the cursor, key by key. */
  async type(text) {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  /** Saves the active editor, which has something to save, and waits until it has not. */
  async save(name) {
    await this.page.locator(`.tab.active.dirty[data-resource-name="${name}"]`).waitFor();
    await this.page.keyboard.press('Control+S');
    await this.page.locator(`.tab.active:not(.dirty)[data-resource-name="${name}"]`).waitFor();
  }

  /** Undoes what was typed since the last save. */
  async revert(name) {
    await this.focus(name);
    await this.command('File: Revert File');
    await this.page.locator(`.tab:not(.dirty)[data-resource-name="${name}"]`).waitFor();
  }

  onDisk(name) {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** Leaves whatever is open over the editor: lists, inputs, hovers. */
  async calm() {
    for (let i = 0; i < 3; i++) await this.page.keyboard.press('Escape');
  }

  /** Rests the mouse on something until what it tells is there: lenses that come late move the text away below the mouse. */
  async hover(target, told) {
    const hover = this.page.locator('.monaco-hover:visible', { hasText: told });
    for (let left = PALETTE_TRIES; ; left--) {
      await target.hover();
      try {
        await hover.waitFor({ timeout: 3_000 });
        return;
      } catch (error) {
        if (left === 0) throw error;
        await this.page.mouse.move(640, this.page.viewportSize().height - 5);
      }
    }
  }

  /** Opens the Problems view; `hideProblems` closes it again. */
  async showProblems() {
    await this.page.keyboard.press('Control+Shift+M');
    await this.page.locator('.markers-panel').waitFor();
  }

  async hideProblems() {
    await this.page.keyboard.press('Control+Shift+M');
    await this.page.locator('.markers-panel').waitFor({ state: 'hidden' });
  }

  /** Switches the colour theme by the folder's settings. `kind`: the class that the workbench then carries. */
  async theme(name, kind) {
    const file = path.join(this.folder, '.vscode/settings.json');
    const settings = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...settings, 'workbench.colorTheme': name }, null, 2));
    await this.page.locator(`.monaco-workbench.${kind}`).waitFor();
  }

  /** A picture of the whole page. */
  async shot(name) {
    await this.page.screenshot({ path: path.join(this.shots, `${name}.png`) });
  }
}
