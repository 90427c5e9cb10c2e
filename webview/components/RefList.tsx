import type { RefView } from '../../plan/view/details/types.ts';
import type { Part } from '../kept.ts';
import { Go } from './Act.tsx';

/** Things by what people call them, each leading to its place: `O1·3, O2·1, and 4 more`. */
export function RefList({
  refs,
  more = 0,
  start,
}: Part & { readonly refs: readonly RefView[]; readonly more?: number }) {
  return (
    <>
      {refs.map((one, i) => (
        <span key={`${one.at - start} ${one.ref}`}>
          {i > 0 && (i === refs.length - 1 && more === 0 ? ' and ' : ', ')}
          <Go at={one.at - start} title={one.title}>
            <bdi>{one.ref}</bdi>
          </Go>
        </span>
      ))}
      {more > 0 && ` and ${more} more`}
    </>
  );
}
