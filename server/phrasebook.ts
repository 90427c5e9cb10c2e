import * as l10n from '@vscode/l10n';
import type { Phrase } from '../plan/phrase.ts';
import { isRecord } from '../protocol/unknown.ts';
import { percentage } from './percent.ts';
import { daysIn } from './spoken-days.ts';

/** Says phrases in the language of the client's editor, as far as the client has handed over what they are in it. */
export class Phrasebook {
  /** The language, by its BCP 47 name. */
  language = '';
  /** Says days in that language, where phrases are said in it. */
  private sayDay: ReturnType<typeof daysIn> | undefined;

  /** Takes over what a client sent as translations (`EditorSettings.translations`); anything else changes nothing. Never throws. */
  learn(translations: unknown): void {
    if (!isRecord(translations)) return;
    const contents = textsOf(translations);
    l10n.config({ contents });
    this.sayDay = Object.keys(contents).length > 0 ? daysIn(this.language) : undefined;
  }

  /** A phrase in the editor's language; in English where it has not been translated. */
  say({ message, args }: Phrase): string {
    const { sayDay } = this;
    return l10n.t(message, ...args.map(arg => percentIn(sayDay ? sayDay(arg) : arg)));
  }
}

function percentIn(said: string | number): string | number {
  const percent = percentage(said);
  return percent ? l10n.t(percent.message, ...percent.args) : said;
}

function textsOf(sent: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sent).flatMap(([key, said]) => (typeof said === 'string' ? [[key, said]] : [])),
  );
}
