import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSaid } from '../../scripts/generate-l10n.ts';

type Texts = Readonly<Record<string, string>>;

const root = path.resolve(import.meta.dirname, '../..');
const texts = (file: string): Texts => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** The places for what is put in, in whatever order the language wants them. */
const marks = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([mark]) => mark).sort();
/** Commands, and code without words of a language in it: the same in every language. */
const fixed = (text: string) => [...text.matchAll(/\(command:[^)]*\)|`[^` ]*`/g)].map(([part]) => part).sort();

describe('what is said in the sources', () => {
  const said = readSaid(root);
  const german = texts('l10n/bundle.l10n.de.json');

  it('stands there word for word, so that it can be translated', () => {
    expect(said.unclear).toEqual([]);
    expect(said.messages.length).toBeGreaterThan(20);
  });

  it('is in the English bundle, and nothing else is', () => {
    expect(Object.keys(texts('l10n/bundle.l10n.json'))).toEqual(said.messages);
  });

  it('has a German translation, and there is no translation of anything else', () => {
    const missing = said.messages.filter(message => !german[message]?.trim());
    const leftOver = Object.keys(german).filter(message => !said.messages.includes(message));
    expect({ missing, leftOver }).toEqual({ missing: [], leftOver: [] });
  });

  it('puts into German what it puts into English', () => {
    const wrong = Object.entries(german).filter(([message, text]) => marks(message).join() !== marks(text).join());
    expect(wrong).toEqual([]);
  });
});

describe('what package.json says', () => {
  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
  const keys = [...new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''))].sort();
  const english = texts('package.nls.json');
  const german = texts('package.nls.de.json');

  it.each([
    ['English', english],
    ['German', german],
  ])('is there in %s, every word of it and no more', (_, own) => {
    expect(Object.keys(own).sort()).toEqual(keys);
    expect(Object.entries(own).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('names commands and files in German as in English', () => {
    const day = (text: string) => fixed(text).map(part => part.replace('JJJJ-MM-TT', 'YYYY-MM-DD'));
    const wrong = Object.entries(english).filter(([key, text]) => day(text).join() !== day(german[key] ?? '').join());
    expect(wrong).toEqual([]);
  });

  it('leaves no title or description of a command, menu or view without a key', () => {
    const { contributes } = JSON.parse(manifest);
    const plain = [
      ...contributes.commands.flatMap((command: Texts) => [command.title, command.category]),
      ...contributes.submenus.map((menu: Texts) => menu.label),
      ...contributes.viewsWelcome.map((view: Texts) => view.contents),
      ...contributes.walkthroughs.flatMap((walk: Texts & { steps: Texts[] }) => [
        walk.title,
        walk.description,
        ...walk.steps.flatMap(step => [step.title, step.description]),
      ]),
      ...Object.values<Texts>(contributes.configuration.properties).map(setting => setting.markdownDescription),
    ].filter(text => !/^%[^%]+%$/.test(text ?? ''));
    expect(plain).toEqual([]);
  });

  it('names pictures that are there, each with words for those who do not see it', () => {
    const { contributes } = JSON.parse(manifest);
    for (const { steps } of contributes.walkthroughs) {
      for (const { media } of steps) {
        expect(existsSync(path.join(root, media.svg)), media.svg).toBe(true);
        expect(english[media.altText.replaceAll('%', '')]?.length).toBeGreaterThan(20);
      }
    }
  });
});
