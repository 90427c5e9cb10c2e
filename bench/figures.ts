import type { LoadedBytes } from './loaded.ts';
import {
  ids,
  type PanelMeasure,
  type Peer,
  type PortfolioMeasure,
  type ProcessMeasure,
  type Program,
  type ReadingMeasure,
  type Samples,
  type ServerMeasure,
  type WindowMeasure,
} from './measures.ts';
import { median, p95 } from './stats.ts';

/** All that one run found out about one size of plan. */
export interface SizeFigures {
  readonly name: string;
  readonly lines: number;
  readonly bytes: number;
  /** The keys behind which “memory after the edits” was looked at. */
  readonly edits: number;
  readonly servers: Readonly<Record<Peer, Samples<ServerMeasure>>>;
  readonly reading: Samples<ReadingMeasure>;
  /** What each rule costs, as a part of what reading costs. */
  readonly rules: Samples<string>;
}

/** All that one run found out about one repository: seconds and MB, a whole process a sample. */
export interface RepositoryFigures {
  readonly plans: number;
  readonly bytes: number;
  readonly programs: Partial<Record<Program, Samples<ProcessMeasure>>>;
  /** Why a program was not run. */
  readonly missing: Readonly<Partial<Record<Program, string>>>;
}

/** Milliseconds from a new view model until it is drawn. */
export interface PanelFigures {
  readonly drawn: Samples<PanelMeasure>;
  /** Why nothing could be drawn, if so. */
  readonly missing: string | undefined;
}

/** Milliseconds from a question, a key or a message on. */
export interface PortfolioFigures {
  readonly plans: number;
  readonly took: Samples<PortfolioMeasure>;
  /** Why nothing could be drawn, if so. */
  readonly missing: string | undefined;
}

/** Milliseconds from opening the first plan in a window of VS Code to its diagnostics. */
export interface WindowFigures {
  readonly took: Samples<WindowMeasure>;
  /** Why no window could be opened, if so. */
  readonly missing: string | undefined;
}

/** What was measured, on what kind of machine. */
export interface Figures {
  /** Cores, system and Node: enough to compare, not enough to recognise a machine. */
  readonly machine: string;
  readonly loaded: LoadedBytes;
  /** Undefined if the package was not made. */
  readonly vsixBytes: number | undefined;
  readonly sizes: readonly SizeFigures[];
  readonly repositories: readonly RepositoryFigures[];
  readonly panel: PanelFigures;
  readonly portfolio: PortfolioFigures;
  readonly window: WindowFigures;
}

/** The figures as data: for every measure the samples in the order they were taken, their median and their p95. */
export function toJson(figures: Figures): object {
  const described = <K extends string>(samples: Samples<K>) =>
    Object.fromEntries(
      Object.entries<number[] | undefined>(samples).map(([kind, list = []]) => [
        kind,
        { median: median(list), p95: p95(list), samples: list },
      ]),
    );
  return {
    ...figures,
    sizes: figures.sizes.map(size => ({
      ...size,
      servers: Object.fromEntries(ids(size.servers).map(peer => [peer, described(size.servers[peer])])),
      reading: described(size.reading),
    })),
    repositories: figures.repositories.map(repository => ({
      ...repository,
      programs: Object.fromEntries(
        ids(repository.programs).map(program => [program, described(repository.programs[program] ?? {})]),
      ),
    })),
    panel: { ...figures.panel, drawn: described(figures.panel.drawn) },
    portfolio: { ...figures.portfolio, took: described(figures.portfolio.took) },
    window: { ...figures.window, took: described(figures.window.took) },
  };
}
