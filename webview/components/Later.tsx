import { Component, type ComponentChild } from 'preact';

interface LaterProps {
  /** False where it has to be there at once: on paper, and where it is looked at. */
  readonly later: boolean;
  draw(): ComponentChild;
}

/** Nobody reads a table that is out of sight while the plan is being typed. */
const REST_MS = 250;

/** A part that is out of sight: drawn when nothing has changed for a moment, so that it costs no keystroke. */
export class Later extends Component<LaterProps> {
  #due = this.props.later === false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  override componentDidMount(): void {
    if (this.props.later) this.#wait();
  }

  override shouldComponentUpdate(next: LaterProps): boolean {
    this.#due = true;
    if (next.later) this.#wait();
    else clearTimeout(this.#waiting);
    return !next.later;
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#waiting);
  }

  override render(): ComponentChild {
    return this.#due ? this.props.draw() : null;
  }

  #wait(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#due = true;
      this.forceUpdate();
    }, REST_MS);
  }
}
