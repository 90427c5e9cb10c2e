import type { ChecklistItemView, ChecklistView } from '../../plan/view/details/types.ts';
import { kept } from '../kept.ts';
import { Go } from './Act.tsx';
import { Sign } from './marks.tsx';
import { Said } from './Said.tsx';

const SIGNS = { passed: 's-pass', failed: 's-fail', not_asked: 's-none' } as const;
const WORDS = { passed: 'Passes', failed: 'Fails', not_asked: 'Not asked' } as const;

/** The ten points of a good plan: what fails in bold, with its reason and the way there. */
export const Checklist = kept(({ checklist }: { readonly checklist: ChecklistView }) => {
  return (
    <section class="checklist" aria-labelledby="h-ck">
      <div class="sh">
        <h2 id="h-ck">Checklist</h2>
        <span class="m">{checklist.note}</span>
      </div>
      <ol class="ck">
        {checklist.items.map(item => (
          <li key={item.key} class={item.verdict}>
            <Sign name={SIGNS[item.verdict]} />
            <span class="n m">{item.number}</span>
            <span>
              <span class="vh">{WORDS[item.verdict]}: </span>
              <Point item={item} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
});

function Point({ item }: { readonly item: ChecklistItemView }) {
  const { title, verdict, why } = item;
  if (why === undefined)
    return (
      <>
        {title}
        {verdict === 'not_asked' && <span aria-hidden="true"> – not asked of this plan</span>}
      </>
    );
  return (
    <Go at={why.at}>
      <b>{title}.</b>{' '}
      <span class="m">
        <Said text={why.text} />
        {why.more > 0 && ` And ${why.more} more ${why.more === 1 ? 'finding' : 'findings'}.`}
      </span>
    </Go>
  );
}
