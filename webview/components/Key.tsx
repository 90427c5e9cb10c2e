import type { ComponentChild } from 'preact';
import type { KeyEntry } from '../../plan/view/timeline-types.ts';
import { kept } from '../kept.ts';
import { Glyph } from './marks.tsx';

const WORDS: Readonly<Record<KeyEntry, string>> = {
  done: 'done',
  progress: 'in progress',
  open: 'planned',
  blocked: 'blocked',
  skipped: 'skipped',
  slip: 'slip',
  ghost: 'in the log only',
  goal: 'goal',
  day: 'decision, go-live',
  forecast: 'forecast',
  point: 'measured',
  review: 'review held, next',
  renewal: 'renewal',
  dependency: 'depends on',
};

/** The marks that occur in the drawing, with their words. */
export const Key = kept(({ entries }: { readonly entries: readonly KeyEntry[] }) => {
  if (entries.length === 0) return null;
  return (
    <ul class="key" aria-label="Key">
      {entries.map(entry => (
        <li key={entry}>
          {picture(entry)}
          {WORDS[entry]}
        </li>
      ))}
    </ul>
  );
});

function picture(entry: KeyEntry): ComponentChild {
  if (entry === 'slip') {
    return (
      <svg class="glyph" width="24" height="18" aria-hidden="true">
        <line class="slip late" x1="3" x2="20" y1="9" y2="9" />
        <use href="#ms-plan" x="3" y="9" />
      </svg>
    );
  }
  if (entry === 'review') {
    return (
      <svg class="glyph" width="28" height="18" aria-hidden="true">
        <use href="#ms-review" x="7" y="9" />
        <use href="#ms-next-review" x="21" y="9" />
      </svg>
    );
  }
  if (entry === 'dependency') {
    return (
      <svg class="glyph" width="24" height="18" aria-hidden="true">
        <path class="curve" d="M0 4C10 4 4 13 12 13" />
        <use href="#arrow" x="26" y="13" />
      </svg>
    );
  }
  if (entry === 'day') return <Glyph name="ms-goal" />;
  if (entry === 'goal' || entry === 'forecast') return <Glyph name={`ms-${entry}`} />;
  return <Glyph name={`ms-${entry}`} width={entry === 'blocked' ? 18 : 14} />;
}
