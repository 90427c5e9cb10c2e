/** How far an outline has grown: what is still to be entered, the next level after the whole of this one. */
export class Growth {
  isCut = false;
  private left: number;
  private readonly later: (() => void)[] = [];

  constructor(most: number) {
    this.left = most;
  }

  /** True if one more entry has room. */
  takes(): boolean {
    if (this.left > 0) this.left--;
    else this.isCut = true;
    return !this.isCut;
  }

  /** Does something after all that was asked for before. */
  afterwards(grow: () => void): void {
    this.later.push(grow);
  }

  /** Does what was asked for afterwards, and what that asks for, as long as there is room. */
  finish(): void {
    for (let next = 0; next < this.later.length && !this.isCut; next++) this.later[next]?.();
  }
}
