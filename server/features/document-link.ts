import * as path from 'node:path';
import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver-protocol';
import { configLinks, type Link, linksIn } from '../../plan/authoring/links/links.ts';
import { pathFrom } from '../../plan/authoring/names/linked-plan.ts';
import { pathOf, uriOf } from '../config-document.ts';
import { slashed } from '../config-file.ts';
import { toRange } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';
import type { Session } from '../session.ts';
import type { TextDocument } from '../text.ts';

/** Addresses on the web, the plan that an agenda reviews, the files that a configuration extends, and rules in comments. Nothing else is linked to. */
export const documentLink: Feature = {
  register(session) {
    session.connection.onRequest(
      'textDocument/documentLink',
      onDocument<DocumentLinkParams, DocumentLink[]>(
        session,
        'links',
        [],
        ({ text, file }) => toLinks(session, text, linksIn(file)),
        ({ text, source }) => toLinks(session, text, configLinks(source)),
      ),
    );
  },
};

function toLinks(session: Session, text: TextDocument, links: readonly Link[]): DocumentLink[] {
  return links.flatMap(link => {
    const target = targetOf(session, text.uri, link);
    return target === undefined ? [] : [{ range: toRange(text, link), target }];
  });
}

function targetOf(session: Session, uri: string, { to, target }: Link): string | undefined {
  if (to === 'rule') return session.hasRule(target) ? session.rulePage(target) : undefined;
  if (to === 'web') return webAddress(target);
  const own = pathOf(uri);
  const file = own && pathFrom(slashed(own), target);
  return file ? uriOf(path.normalize(file)) : undefined;
}

/** The address as it is understood; undefined for what is none. */
function webAddress(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}
