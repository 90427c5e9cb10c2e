import type { HostMessage, PanelMessage } from '../protocol/panel.ts';
import type { Hand } from './hand/hand.ts';
import type { Notes } from './notes.tsx';
import { pictureOf } from './picture.ts';
import type { PageState } from './state.ts';

/** What messages reach. */
export interface Receiver {
  readonly state: PageState;
  readonly hand: Hand;
  readonly notes: Notes;
  draw(): void;
  post(message: PanelMessage): void;
}

/** Takes in what the extension sends. */
export function receive(message: HostMessage, { state, hand, notes, draw, post }: Receiver): void {
  switch (message.type) {
    case 'view': {
      const { type: _, ...result } = message;
      if (!state.take(result)) return;
      draw();
      notes.drawn(result.version);
      break;
    }
    case 'mode':
      state.following = message.following;
      state.audience = message.audience;
      state.save();
      draw();
      break;
    case 'select':
      state.cursor = message.offset;
      draw();
      break;
    case 'waiting':
      state.forget();
      draw();
      break;
    case 'done':
      notes.done(message.version);
      break;
    case 'refused':
      hand.refused();
      notes.tell(message.reason, message.version);
      break;
    case 'tried':
      hand.tried(message.id, message.warnings);
      break;
    case 'picture': {
      const { id, svg, scale } = message;
      void pictureOf(svg, scale).then(png => post({ type: 'picture', id, png }));
      break;
    }
  }
}
