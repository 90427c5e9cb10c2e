import type { Quantity } from '../../quantity/index.ts';

/** Words that make a goal a change of the baseline instead of a value: 50% less, a reduction by a fifth, 20% faster. */
const CHANGE_WORDS =
  /\b(less|fewer|lower|lowered|below baseline|reduc\w*|decreas\w*|drop\w*|cut|cuts|declin\w*|down by|saved?|savings?|sav(?:e|ing)s?|faster|slower|quicker|shorter|sooner|earlier|more|higher|better|rais\w*|increas\w*|improv\w*|grow\w*|growth|gain\w*|uplift|lift|up by|reclaim\w*|avoid\w*|eliminat\w*|of (?:the )?baseline|vs\.?|versus|compared|change\w*|delta|variance|double\w*|triple\w*|twice|halv\w*|half|times)\b/i;

/** True for a goal that is a change of the baseline: `+12`, `-20%`, `2x`, `50% less`, `5 percentage points`, or a metric that is called a reduction. */
export function isRelative(quantity: Quantity, ...texts: readonly (string | undefined)[]): boolean {
  const { sign, unitKey } = quantity;
  if (sign !== undefined || unitKey === 'x' || unitKey === 'percentage point' || unitKey === 'basis point') return true;
  return texts.some(text => text !== undefined && CHANGE_WORDS.test(text.slice(0, 400)));
}

/** The “by 50%” of a description where that is what the goal says: the goal then is the change itself. Undefined where it is not. */
export function changeBy(description: string | undefined, goal: Quantity): string | undefined {
  if (!description || goal.dimension !== 'ratio') return undefined;
  const figures = [
    ...description.slice(0, 2000).matchAll(/\bby (?:at least |about |up to |over )?(\d+(?:\.\d+)?) ?(?:%|percent)/gi),
  ];
  return figures.some(([, figure]) => Math.abs(Number(figure) / 100 - goal.value) < 1e-9) ? 'change' : undefined;
}

/** Words for what is to stay as it is. */
const HOLD_WORDS = new RegExp(
  [
    String.raw`\b(?:hold(?:s|ing)?|held|keep(?:s|ing)?|kept|maintain\w*|maintenance|sustain\w*|stay(?:s|ing|ed)?|remain\w*|retain\w*|preserv\w*|protect\w*|safeguard\w*|defend\w*|uphold\w*|stabili[sz]\w*|stable|stability|steady|constant|flat|unchanged|same|freeze|capped|cap|continu\w*|ensur\w*|guarantee\w*|despite|while|even (?:as|though|with|when|if)|limit\w*|guard\w*|absorb\w*|ceiling|compl(?:y|ies|iance|iant)|at least|at most|never|avoid\w*|prevent\w*)\b`,
    String.raw`\b(?:no (?:more|less|fewer|worse|longer|later|slower|higher|lower|increase|decrease|loss|drop)|not (?:to )?(?:exceed|rise|fall|drop|grow|increase|decrease|worsen|slip)|without (?:more|extra|adding|additional|losing|hiring|new)|within (?:the |our |their )?(?:limits?|budget|range|sla|tolerance|target))\b`,
    '[≤≥<>]',
  ].join('|'),
  'i',
);

/** True where a text says that something is to be held and not changed. */
export function saysHold(...texts: readonly (string | undefined)[]): boolean {
  return texts.some(text => text !== undefined && HOLD_WORDS.test(text.slice(0, 2000)));
}
