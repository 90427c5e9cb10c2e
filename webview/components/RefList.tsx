import type { RefView } from '../../plan/view/details/types.ts';
import { Go } from './Act.tsx';

/** Things by what people call them, each leading to its place: `O1·3, O2·1 and 4 more`. */
export function RefList({ refs, more = 0 }: { readonly refs: readonly RefView[]; readonly more?: number }) {
  const last = refs.length - 1;
  return (
    <>
      {refs.map((one, i) => (
        <span key={`${one.at} ${one.ref}`}>
          {i > 0 && i === last && more === 0 && 'and '}
          <Ref at={one.at} name={one.ref} title={one.title} after={i < last - (more === 0 ? 1 : 0) ? ',' : ''} />
          {i < last && ' '}
        </span>
      ))}
      {more > 0 && ` and ${more} more`}
    </>
  );
}

/** Names longer than this may be broken where there is little room, and where they are longer still, always. */
const LONG = 8;
const LONGER = 16;

interface RefProps {
  readonly at: number;
  readonly name: string;
  readonly title: string;
  /** The sign behind it, which stays on its line. */
  readonly after?: string;
}

/** A name that leads to what has it. */
export function Ref({ at, name, title, after = '' }: RefProps) {
  return (
    <span class={name.length > LONGER ? undefined : name.length > LONG ? 'nw-wide' : 'nw'}>
      <Go at={at} title={title}>
        <bdi>{name}</bdi>
      </Go>
      {after}
    </span>
  );
}
