import type { HostMessage, PanelMessage } from '../../protocol/panel.ts';

/** Pixels to each of the drawing's own: sharp on the screens of today. */
const SCALE = 2;
/** A page that has not drawn it by then will not. */
const PATIENCE_MS = 20_000;

type Asked = Extract<HostMessage, { readonly type: 'picture' }>;
type Drawn = Extract<PanelMessage, { readonly type: 'picture' }>;

/** Pictures that a panel's page draws for the extension, which has no canvas of its own. */
export class Pictures {
  readonly #post: (message: Asked) => void;
  readonly #waiting = new Map<number, { readonly asked: Asked; readonly done: (png: string | null) => void }>();
  #count = 0;

  /** `post`: sends to the page, if it listens. */
  constructor(post: (message: Asked) => void) {
    this.#post = post;
  }

  /** The picture as base64 of a PNG; null when the page cannot draw it, or is not there in time. */
  draw(svg: string): Promise<string | null> {
    this.#count += 1;
    const asked: Asked = { type: 'picture', id: this.#count, svg, scale: SCALE };
    return new Promise(resolve => {
      const timer = setTimeout(() => this.take({ type: 'picture', id: asked.id, png: null }), PATIENCE_MS);
      const done = (png: string | null) => {
        clearTimeout(timer);
        resolve(png);
      };
      this.#waiting.set(asked.id, { asked, done });
      this.#post(asked);
    });
  }

  /** The page has begun anew: what it was asked for before it has forgotten. */
  again(): void {
    for (const { asked } of this.#waiting.values()) this.#post(asked);
  }

  /** The page's answer. A second one to the same question is dropped. */
  take({ id, png }: Drawn): void {
    this.#waiting.get(id)?.done(png);
    this.#waiting.delete(id);
  }

  /** Nobody will answer any more. */
  dispose(): void {
    for (const id of [...this.#waiting.keys()]) this.take({ type: 'picture', id, png: null });
  }
}
