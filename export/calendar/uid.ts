import { createHash } from 'node:crypto';
import type { Plan } from '../../plan/model/index.ts';
import { normalName } from '../../plan/model/people.ts';

/** The namespace of all names below, made once at random. Another one would give every event of every plan a new identity. */
const NAMESPACE = 'a5d4c1c2-6d0f-4c5e-9d1b-3f0e6b8f2a47';

/**
 * Gives events of a plan their identity, which stays while days, owners, states and the file's name change, so that an import moves what is there
 * and adds nothing twice. A plan is its company and the day it was created; an event is its kind and what the plan calls it by. Of several with
 * one name the later ones count up.
 */
export class Identities {
  readonly #plan: readonly string[];
  readonly #given = new Map<string, number>();

  constructor({ plan, customer }: Plan) {
    this.#plan = [normalName(customer?.company?.text ?? ''), plan?.created?.value ?? ''];
  }

  /** A UUID, as RFC 7986 wants it. `names`: what the event is called by, ids before names. */
  of(kind: string, ...names: readonly string[]): string {
    const name = JSON.stringify([...this.#plan, kind, ...names.map(normalName)]);
    const times = this.#given.get(name) ?? 0;
    this.#given.set(name, times + 1);
    return nameBased(times === 0 ? name : `${name} ${times + 1}`);
  }
}

/** A UUID of version 5: the same for the same name, everywhere. Source: RFC 9562, section 5.5. */
function nameBased(name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const text = hash.toString('hex', 0, 16);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}
