import type { OwnedView, PeopleGroup, PeopleView, PersonView } from '../../plan/view/details/types.ts';
import { kept } from '../kept.ts';
import { Go } from './Act.tsx';
import { Ref } from './RefList.tsx';
import { Rest } from './Rest.tsx';

interface PeopleProps {
  readonly people: PeopleView;
  readonly lit?: string | undefined;
}

/** Who works on it on either side, how much they take part, and what they still have to do. */
export const People = kept(({ people, lit }: PeopleProps) => {
  const { engagement, groups, note } = people;
  const rows = (all: readonly PersonView[]) =>
    all.map(person => (
      <tr key={person.key} class={lit === person.key ? 'lit' : undefined}>
        <Row person={person} engagement={engagement} />
      </tr>
    ));
  return (
    <section class="people" aria-labelledby="h-pp">
      <div class="sh">
        <h2 id="h-pp">People</h2>
        <span class="m">{note}</span>
      </div>
      {groups.map((group, i) => (
        <Group key={group.side} group={group} lit={lit}>
          {shown => (
            <table class="who" aria-label={group.name}>
              <colgroup>
                <col class="c-who" />
                {engagement && <col class="c-part" />}
                <col />
              </colgroup>
              <thead class={i > 0 || shown !== 'first' ? 'vh' : undefined}>
                <tr>
                  <th scope="col">Name and role</th>
                  {engagement && (
                    <th scope="col" class="part">
                      Engagement
                    </th>
                  )}
                  <th scope="col">Open work</th>
                </tr>
              </thead>
              <tbody>
                {shown === 'first' && (
                  <tr class="side">
                    <th scope="rowgroup" colspan={engagement ? 3 : 2} title={group.name}>
                      <bdi>{group.name}</bdi>
                    </th>
                  </tr>
                )}
                {rows(shown === 'first' ? group.people.slice(0, group.shown) : group.people.slice(group.shown))}
              </tbody>
            </table>
          )}
        </Group>
      ))}
    </section>
  );
});

interface GroupProps {
  readonly group: PeopleGroup;
  readonly lit?: string | undefined;
  readonly children: (shown: 'first' | 'rest') => preact.ComponentChild;
}

function Group({ group, lit, children }: GroupProps) {
  const rest = group.people.slice(group.shown);
  return (
    <>
      {children('first')}
      {rest.length > 0 && (
        <Rest words={`${rest.length} more`} open={rest.some(person => person.key === lit)}>
          {children('rest')}
        </Rest>
      )}
    </>
  );
}

interface RowProps {
  readonly person: PersonView;
  readonly engagement: boolean;
}

const Row = kept(({ person, engagement }: RowProps) => {
  const { gone, name, role, work } = person;
  const bars = person.engagement;
  return (
    <>
      <th scope="row">
        <Go at={person.at} class={`b${clip(name)}`} title={name}>
          <bdi>{name}</bdi>
        </Go>{' '}
        <bdi class={`m${clip(role)}`} title={role}>
          {role}
        </bdi>
        {gone !== undefined && <span class="m"> ({gone})</span>}
      </th>
      {engagement && (
        <td class={bars === undefined ? 'part m' : 'part'}>
          {bars === undefined ? (
            <>
              <span aria-hidden="true">–</span>
              <span class="vh">not known</span>
            </>
          ) : (
            <>
              <Bars level={bars.level} />
              {bars.word}
            </>
          )}
        </td>
      )}
      <td class={work.count === 0 ? 'm' : undefined}>
        {work.count === 0 ? 'none in this plan' : <Work work={work} />}
      </td>
    </>
  );
});

/** More letters than this are cut after two lines; the tooltip has them all. */
const LONG = 60;

function clip(text: string): string {
  return text.length > LONG ? ' brief' : '';
}

/** Up to three bars, from left to right. The word beside says the same. */
function Bars({ level }: { readonly level: number }) {
  return (
    <svg class="eng" width="16" height="10" aria-hidden="true">
      {[0, 1, 2].map(i => (
        <rect key={i} class={i < level ? 'f-ink' : 'f-track'} x={i * 6} width="4" height="10" />
      ))}
    </svg>
  );
}

function Work({ work }: { readonly work: PersonView['work'] }) {
  const more = work.count - work.items.length;
  return (
    <>
      {work.count}:{' '}
      {work.items.map((item, i) => (
        <span key={`${item.at} ${item.ref}`}>
          {i > 0 && '; '}
          <Piece item={item} />
        </span>
      ))}
      {more > 0 && <span class="m">; {more} more</span>}
    </>
  );
}

function Piece({ item }: { readonly item: OwnedView }) {
  return (
    <span class={item.late ? 'b' : undefined}>
      <Ref at={item.at} name={item.ref} title={item.title} after={item.when === '' ? '' : ','} />
      {item.when !== '' && ` ${item.when}`}
    </span>
  );
}
