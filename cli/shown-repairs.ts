import { count } from '../plan/words.ts';
import type { Host } from './host.ts';

/** The repairs of a run that only shows them. */
export class ShownRepairs {
  private plans = 0;
  private fixes = 0;
  private readonly host: Host;
  private readonly shown: boolean;

  constructor(host: Host, shown: boolean) {
    this.host = host;
    this.shown = shown;
  }

  readonly show = (diff: string, fixes: number): Promise<void> | undefined => {
    this.fixes += fixes;
    if (diff === '') return undefined;
    this.plans++;
    return this.shown ? this.host.out(diff) : undefined;
  };

  end(): void {
    if (!this.shown) return;
    this.host.err(
      this.fixes === 0
        ? 'Nothing can be fixed without your judgement.\n'
        : `${count(this.fixes, 'finding')} in ${count(this.plans, 'plan')} would be fixed. Nothing was written.\n`,
    );
  }
}
