import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver-protocol';
import { type Mention, mentionsAt } from '../../plan/authoring/names/names.ts';
import { absolute } from '../../plan/syntax/tree.ts';
import { toOffset, toRange } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import type { Session } from '../session.ts';
import { type NamedFile, namesOf, ofBook } from '../workspace/linked.ts';

/** From a name to where it is defined, which for an agenda is in the plan that it reviews; on the definition, that. */
export const definition: Feature = {
  register(session) {
    session.connection.onRequest(
      'textDocument/definition',
      onDocument<DefinitionParams, (Location | LocationLink)[]>(session, 'definition', [], (open, { position }) =>
        definitionsAt(session, open, toOffset(open.text, position)),
      ),
    );
  },
};

async function definitionsAt(
  session: Session,
  open: OpenDocument,
  offset: number,
): Promise<(Location | LocationLink)[]> {
  const { here, plan } = await namesOf(session, open);
  const said = mentionsAt(here.names, offset);
  if (!said) return [];
  const asLinks = session.capabilities.textDocument?.definition?.linkSupport === true;
  const origin = said.found[0] && toRange(here.text, said.found[0]);
  return [here, ...(plan ? [plan] : [])].flatMap(file =>
    ofBook(file, said.names.book).flatMap(names =>
      said.found.flatMap(({ number }) =>
        names.mentions
          .filter(one => one.number === number && one.role === 'definition')
          .map(one =>
            asLinks && origin ? { originSelectionRange: origin, ...linkTo(file, one) } : locationOf(file, one),
          ),
      ),
    ),
  );
}

/** Where a mention stands. */
function locationOf({ uri, text }: NamedFile, mention: Mention): Location {
  return { uri, range: toRange(text, mention) };
}

/** The whole of what has the name, with the name in it. */
function linkTo({ uri, text, names }: NamedFile, mention: Mention): LocationLink {
  const selection = toRange(text, mention);
  const syntax = names.find(({ mentions }) => mentions.includes(mention))?.read.model.syntax;
  const wholes = syntax ? mention.name.holders.map(holder => absolute(syntax, holder)) : [];
  const whole = wholes.find(({ start, end }) => start <= mention.start && mention.end <= end);
  return { targetUri: uri, targetRange: whole ? toRange(text, whole) : selection, targetSelectionRange: selection };
}
