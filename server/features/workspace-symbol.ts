import type { SymbolInformation, SymbolKind, WorkspaceSymbolParams } from 'vscode-languageserver-protocol';
import { isAgendaName } from '../../plan/authoring/names/linked-plan.ts';
import { fitness, type PlanSymbol } from '../../plan/authoring/names/plan-symbols.ts';
import { type Feature, onWorkspace } from '../feature.ts';
import { Symbols } from '../lsp.ts';
import type { Session } from '../session.ts';

/** Customers, outcomes, risks, people and milestones over all plans of the workspace. */
export const workspaceSymbol: Feature = {
  register(session) {
    session.connection.onRequest(
      'workspace/symbol',
      onWorkspace<WorkspaceSymbolParams, SymbolInformation[]>(session, 'symbols of the workspace', [], ({ query }) =>
        symbolsFor(session, query),
      ),
    );
  },
};

/** Nobody reads more; whoever wants another types on. */
const MOST = 1000;

const KINDS: Readonly<Record<PlanSymbol['kind'], SymbolKind>> = {
  customer: Symbols.Module,
  outcome: Symbols.Class,
  risk: Symbols.Constant,
  person: Symbols.Object,
  milestone: Symbols.Event,
};

async function symbolsFor(session: Session, query: string): Promise<SymbolInformation[]> {
  const known = await session.plans.known(file => !isAgendaName(file));
  const found = known.flatMap(({ uri, digest }) =>
    digest.symbols.flatMap(symbol => {
      const fits = fitness(query.trim(), symbol);
      return fits === undefined ? [] : [{ uri, symbol, fits }];
    }),
  );
  found.sort((a, b) => b.fits - a.fits);
  return found.slice(0, MOST).map(({ uri, symbol: { kind, name, container, range } }) => ({
    name,
    kind: KINDS[kind],
    location: { uri, range },
    ...(container && { containerName: container }),
  }));
}
