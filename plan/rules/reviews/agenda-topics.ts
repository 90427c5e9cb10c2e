import type { Agenda, Plan, Qbr, Topic } from '../../model/index.ts';
import { readDuration } from '../../quantity/index.ts';

/** The topics of an agenda, if all of them can be read as such; empty where one cannot, or while the file is broken. */
export function topicsOf(qbr: Qbr, document: Plan | Agenda): readonly Topic[] {
  const topics = qbr.agenda.items;
  const readable = !document.syntax.broken && topics.every(topic => topic.mapping !== undefined);
  return readable ? topics : [];
}

/** The minutes that a topic or a meeting takes; undefined where none are given, or not so that they can be added up. */
export function minutesOf({ duration }: Topic | Qbr): number | undefined {
  return duration && duration.text !== '' ? readDuration(duration.text) : undefined;
}

/** What a topic is about, as far as words tell. */
export type Theme = 'opening' | 'progress' | 'other';

/** A welcome, a look back at open ends or at the customer's own news may come first, if it is short. */
const OPENING_MINUTES = 15;

/** Tells an opening and the plan's progress from everything else, by the topic's name and else by what stands in it. */
export function themeOf(topic: Topic): Theme {
  const name = topic.topic?.text ?? '';
  if (OPENING.test(name) && !PLAN.test(name) && (minutesOf(topic) ?? 0) <= OPENING_MINUTES) return 'opening';
  if (LATER.test(name) && !/\bprogress\b/i.test(name)) return 'other';
  if (PLAN.test(name)) return 'progress';
  if (OTHER.test(name)) return 'other';
  if (STANDING.test(name)) return 'progress';
  return topic.content.items.some(({ text }) => PLAN.test(text) && !LATER.test(text)) ? 'progress' : 'other';
}

/** True for a topic that settles who does what until when. What looks back at earlier actions does not. */
export function settlesNextSteps(topic: Topic): boolean {
  const name = topic.topic?.text ?? '';
  if (NEXT_NAME.test(name) && !BACK.test(name)) return true;
  return topic.content.items.some(({ text }) => NEXT_LINE.test(text) && !BACK.test(text));
}

/** True where an agenda is in words that the lists below can know: without an English word nothing is said about what is missing. */
export function isInEnglish(topics: readonly Topic[]): boolean {
  return topics.some(topic => [topic.topic, ...topic.content.items].some(field => ENGLISH.test(field?.text ?? '')));
}

const ENGLISH =
  /\b(?:the|and|of|for|with|our|your|what|how|is|are|to|review|summary|product|roadmap|risks?|update|support|usage|health|next|new|team|business|discussion|overview|plans?|adoption|training|opportunities|feedback)\b/i;

const OPENING =
  /\b(?:welcome|introductions?|intros?|opening|open(?:ers?)|housekeeping|agenda|ice ?-?breakers?|hello|check-?in|attendees|round ?table|executive summary|objectives (?:of|for) (?:today|the (?:meeting|session|day))|meeting (?:objectives|goals|purpose)|purpose|(?:actions?|action items|follow[- ]?ups?|open items|minutes|commitments|to-?dos)\b.{0,30}\b(?:last|previous|prior|earlier)|(?:last|previous|prior) (?:actions|action items|follow[- ]?ups?|minutes|meeting)|(?:your|client|customer)(?:['’]s)? (?:business|company|priorities|news|update|context|world)|business (?:context|priorities))\b/i;

/** Words that only the plan and its results are spoken of in. */
const PLAN =
  /\b(?:success plan|(?:the|our|joint|mutual|account) plan|plan (?:progress|review|status|update)|progress|outcomes?|goals?|objectives?|okrs?|milestones?|attainment|baselines?|key results?|(?:business )?(?:value|impact|results)|roi|targets?)\b/i;

/** Words that such a topic is often called by, and others too. */
const STANDING =
  /\b(?:status|scorecard|kpis?|metrics|performance|achieve\w*|accomplish\w*|wins|highlights|success\w*|where we (?:are|stand)|looking back|look back|retrospective|recap|review of (?:the )?(?:last |past |previous )?(?:quarter|year|period|q[1-4])|(?:quarter|q[1-4]|year) in review|(?:last|past|previous) (?:quarter|year|period|review)|dashboard|numbers|figures|measurements?|plan on (?:a|one) page|what we (?:set out|agreed|promised|planned))\b/i;

const OTHER =
  /\b(?:product|roadmap|features?|releases?|demos?|beta|expansion|upsell|cross-?sell|renewal|commercials?|pricing|contract|opportunit\w*|support|tickets?|health|usage|utili[sz]ation|engagement|training|enablement|risks?|issues?|next steps?|action items?|actions|closing|wrap|questions|q ?& ?a|company|partnership|market|industry|team changes)\b/i;

/** What is still to come: new goals, not how the old ones stand. */
const LATER =
  /\b(?:next (?:quarter|year|period|steps?|phase|goals|q[1-4])|coming (?:quarter|year|months)|future|upcoming|forward|new (?:goals|objectives|outcomes)|set(?:ting)? (?:goals|objectives|targets)|planning|roadmap|expansion|opportunit\w*|capabilities)\b/i;

const NEXT_NAME =
  /\b(?:next steps?|action items?|actions?|action plan|follow[- ]?ups?|commitments?|to-?dos?|to do|decisions|wrap[- ]?up|wrapping up|clos(?:e|ing|ure)|way forward|path forward|owners|next (?:review|meeting|qbr|ebr)|who does what|agreements?|takeaways|conclusions?)\b/i;

const NEXT_LINE =
  /\b(?:next steps?|action items?|actions? (?:with|and|,|by|per) (?:an? )?(?:owners?|dates?|names?)|(?:every|each) action|agree (?:on )?(?:the )?actions|(?:next|following) (?:review|meeting|qbr|ebr|check-?in)|follow[- ]?ups?|to-?dos?|commitments|who does what|owners and (?:due )?dates)\b/i;

const BACK = /\b(?:last|previous|prior|earlier|since|past|open (?:actions?|action items|points))\b/i;
