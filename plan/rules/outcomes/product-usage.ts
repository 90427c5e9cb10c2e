import type { Outcome } from '../../model/index.ts';
import { oncePerText } from '../../once.ts';
import type { Quantity } from '../../quantity/index.ts';
import { quantityIn } from '../measures/measured.ts';
import { saidChanges } from '../measures/said-changes.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { Ways } from '../text/ways.ts';

/** Whether an outcome is about the use of a product or about what the customer gets from it, as people word it. */

const PRODUCT =
  '(?:platform|product|tool|tools|toolset|software|app|apps|application|system|module|modules|feature|features|functionality|dashboards?|workspaces?|plug-?ins?|add-?ons?|connectors?|integrations?|apis?|sso|single sign-on|saml|scim|licen[cs]es?|seats|suite|solution|assistant|copilot|chatbot|tenant|instance|portal)';
const PEOPLE = '(?:users?|admins?|administrators?|seats?|licen[cs]es?)';

/** The ways in which people speak of using a product. */
export const USAGE_WORDS = new Ways([
  { needs: ['adopt'], said: 'adopt(?:ion|ed|ing|s|ers?)?' },
  {
    needs: ['active'],
    said: String.raw`active\s+(?:users?|seats?|accounts?|licen[cs]es?|usage|people|members)|(?:dai|week|month)ly[\s-]active|active\s+(?:dai|week|month)ly(?!\s+\w)`,
  },
  { needs: ['mau', 'wau', 'dau'], said: 'mau|wau|dau' },
  {
    needs: ['log'],
    said: String.raw`log(?:ging)?[\s-]?(?:ins?|ons?)|log(?:s|ged)[\s-](?:in|on)(?=\s+(?:to|at|every|each|daily|weekly|monthly|once|regularly|or|and)\b|\s*[.,;)]|\s*$)`,
  },
  { needs: ['sign'], said: String.raw`sign(?:s|ed|ing)?[\s-]ins?` },
  {
    needs: [
      'us',
      'utili',
      'engage',
      'uptake',
      'penetr',
      'activ',
      'roll',
      'deploy',
      'enable',
      'implement',
      'launch',
      'config',
      'stick',
      'consum',
      'live',
      'built',
      'creat',
      'view',
      'connect',
    ],
    said: String.raw`${PRODUCT}['’]?s?\s+(?:usage|use|utili[sz]ation|engagement|uptake|penetration|activation|roll-?out|deployment|enablement|implementation|launch|configuration|stickiness|consumption|live|enabled|used|activated|deployed|rolled out|built|created|viewed|connected)`,
  },
  {
    needs: [
      'usage',
      'utili',
      'use',
      'uptake',
      'activation',
      'deployment',
      'roll',
      'enablement',
      'implementation',
      'launch',
      'configuration',
      'installation',
      'consumption',
    ],
    said: String.raw`(?:usage|utili[sz]ation|use|uptake|activation|deployment|roll-?out|enablement|implementation|launch|configuration|installation|consumption)\s+(?:rates?\s+)?(?:of|for)\s+(?:[\w-]+\s+){0,3}?${PRODUCT}`,
  },
  {
    needs: ['licen', 'seats'],
    said: String.raw`(?:assign|activat|deploy|provision|us|consum|fill|allocat|utili[sz])\w*\s+(?:[\w%-]+\s+){0,5}?(?:licen[cs]es|seats)`,
  },
  {
    needs: ['licen', 'seats'],
    said: String.raw`(?:licen[cs]es|seats)\s+(?:[\w%-]+\s+){0,3}?(?:used|assigned|activated|active|deployed|provisioned|consumed|allocated|in use)`,
  },
  {
    needs: [
      'roll',
      'deploy',
      'implement',
      'launch',
      'enabl',
      'activat',
      'switch',
      'turn',
      'install',
      'configur',
      'set',
      'us',
      'upgrad',
      'migrat',
      'mov',
    ],
    said: String.raw`(?:roll(?:s|ed|ing)?[\s-]?out|deploy(?:s|ed|ing)?|implement(?:s|ed|ing)?|launch(?:es|ed|ing)?|enabl(?:e|es|ed|ing)|activat(?:e|es|ed|ing)|switch(?:es|ed|ing)? on|turn(?:s|ed|ing)? on|install(?:s|ed|ing)?|configur(?:e|es|ed|ing)|set(?:ting)? up|us(?:e|es|ed|ing)|upgrad(?:e|es|ed|ing)(?: to)?|migrat(?:e|es|ed|ing)(?: [\w%-]+){0,4}? to|mov(?:e|es|ing)(?: [\w%-]+){0,4}? (?:on)?to)\s+(?:[\w%,’'-]+\s+){0,6}?${PRODUCT}`,
  },
  { needs: ['live'], said: String.raw`go(?:es|ing)?[\s-]live|live (?:on|with|in) (?:the |our )?(?:new )?${PRODUCT}` },
  {
    needs: ['integration', 'connector', 'dashboards'],
    said: String.raw`(?:build|buil[dt]|creat\w+|complet\w+|deliver\w*|connect\w*)\s+(?:[\w%-]+\s+){0,4}?(?:integrations?|connectors?|dashboards)`,
  },
  { needs: ['integrat'], said: String.raw`integrat(?:e|es|ed|ing|ion|ions)\s+with` },
  {
    needs: ['user', 'admin', 'seat', 'licen'],
    said: String.raw`(?:train|onboard|certif|enabl|activat|enrol|invit|migrat)\w*\s+(?:[\w%-]+\s+){0,4}?${PEOPLE}`,
  },
  {
    needs: ['user', 'admin', 'seat', 'licen'],
    said: String.raw`${PEOPLE}\s+(?:are\s+|is\s+|have been\s+)?(?:trained|onboarded|certified|enabled|activated|enrolled|provisioned|invited|migrated)`,
  },
  {
    needs: ['onboard'],
    said: String.raw`onboard\w*\s+(?:[\w%-]+\s+){0,5}?(?:on)?to\s+(?:[\w-]+\s+){0,3}?${PRODUCT}`,
  },
  {
    needs: ['get', 'bring', 'put'],
    said: String.raw`(?:get|bring|put)(?:s|ting)?\s+(?:[\w%-]+\s+){1,5}?(?:on|onto|into)\s+(?:[\w-]+\s+){0,3}?${PRODUCT}`,
  },
  {
    needs: ['platform', 'tool', 'software', 'app'],
    said: String.raw`(?:on|in|of|from|with|into|through)\s+(?:the|our)\s+(?:[\w-]+\s+){0,2}?(?:platform|tool|software|app)`,
  },
  {
    needs: ['deployment', 'roll', 'implementation'],
    said: String.raw`(?:full|complete|company-wide|global|successful)\s+(?:deployment|roll-?out|implementation)`,
  },
  {
    needs: ['log', 'seat', 'api', 'upgrad', 'set'],
    said: String.raw`log(?:s|ging|ged)?\s+(?:into|onto)|seat utili[sz]ation|api calls|upgrad\w*\s+to\s+(?:version|v\d)|technical set-?up`,
  },
  {
    needs: ['user', 'stickiness', 'usage', 'time in app'],
    said: 'power users?|stickiness|feature usage|time in app|(?:daily|weekly|monthly) users?|users? (?:per|a|each|every) (?:day|week|month)',
  },
  // Water and fuel are used too, and less of it is a result.
  {
    needs: ['usage'],
    said: String.raw`(?<!\b(?:water|materials?|fuel|gas|power|electricity|paper|energy|cloud|compute|storage|land|resource|antibiotic|drug|plastic|chemical|packaging|bandwidth|memory|equipment|vehicle|fleet|machine|room|space|asset|data)\s)usage`,
  },
  {
    needs: ['seats', 'licen', 'users'],
    said: String.raw`expan(?:d|sion)\w*\s+(?:[\w%-]+\s+){0,4}?(?:seats|licen[cs]es|users)`,
  },
]);

/** A result word before “team” or “staff” names people. */
const NOT_PEOPLE = String.raw`(?![\s-]+(?:teams?|reps?|staff|people|managers?|users?|departments?|organi[sz]ation|leaders?|agents?|functions?|force|dashboards?|modules?)\b)`;
const RESULT = [
  'reduc\\w+|cut(?:s|ting)?(?![\\s-]?over)|fewer|less|lower\\w*|eliminat\\w+|halv\\w+|shorten\\w*|decreas\\w+|retir\\w+|decommission\\w*|phas\\w+ out|sunset\\w*|legacy|consolidat\\w+|replac\\w+',
  'costs?|spend|spending|expenses?|sav(?:e|es|ed|ing|ings)|revenues?|sales|margins?|profit\\w*|budgets?|cash|dso|receivables|invoic\\w+|overtime|income|turnover',
  'errors?|mistakes?|defects?|rework|scrap|waste|wrong|accura\\w+|quality|duplicat\\w*|manual\\w*|re-?keying|double entry|paperwork|paper|spreadsheets?',
  'churn|retention|retain\\w*|attrition|nps|csat|satisf\\w+|complaints?|escalations?|backlogs?|tickets?|loyalty',
  'downtime|outages?|incidents?|uptime|availability|throughput|productiv\\w+|output|capacity|yield|energy|emissions|carbon',
  'on[\\s-]time|deliver(?:y|ies)|orders|stock\\w*|inventory|shipments?|returns|lead times?|backorders?',
  'complian\\w+|audits?|fines?|penalt\\w+|breach\\w*|injur\\w+|accidents?|safety|fraud|risks?|claims',
  'conversions?|win rates?|pipeline|bookings|leads|deals?|quota|forecast\\w*|books|hir(?:e|es|ed|ing)|vacanc\\w+|headcount',
  'no-shows?|abandon\\w*|readmissions?|mortality|graduation|pass rates?|first[\\s-]contact|resolution|wait(?:ing)?|respon(?:se|d)|answer\\w*',
  String.raw`(?:lead|cycle|response|turnaround|handling|handle|processing|resolution|preparation|ramp(?:-up)?|entry|loading|onboarding|search|planning|set-?up|reporting|report|generation|approval|review|training|lookup|travel|idle)[\s-]times?`,
  `time (?:to|spent|saved|per|for|it takes)|hours (?:saved|spent|of|per|a|each)|faster|quicker|sooner|turnaround|overhead|effort`,
];

const PURPOSE =
  /\b(?:so that|so (?=(?:we|they|it|no|nobody|the|our|their|each|every|all)\b|\w+s (?:can|no longer|stop|save|spend|get|have|need)\b)|in order to|so as to|which (?:lets|frees|saves|means)|to (?:free|replace|stop|avoid|cut|reduce|save))\b/i;

/** Users who are the customer's own audience: more of them is the customer's result. */
const AUDIENCE =
  /\b(?:(?:our|their|its|end)[ -]customers?|customers[’']?|shoppers?|patients?|students?|subscribers?|visitors?|tenants?|citizens?|residents?|guests?|passengers?|policyholders?|borrowers?|donors?|learners?|parents?|merchants?|suppliers?|dealers?|players?|viewers?|readers?|listeners?|fans?|travell?ers?|buyers?|sellers?|applicants?|self[- ]service|online banking|mobile banking|e-?commerce|web ?shop|webshop|loyalty app|digital channels?|(?<!\bteam )members|our (?:\w+ )?(?:app|website|site|stores?|shop|portal|service)(?:['’]s)?|adopt\w* (?:of )?(?:[\w-]+ ){0,4}?(?:process(?:es)?|models?|approach(?:es)?|strateg(?:y|ies)|culture|rules|charter|agile|lean|practices?|polic(?:y|ies)|procedures?|standards?|methods?|methodology|guidelines?|pathways?|protocols?|frameworks?|playbooks?|checklists?|ways? of working|work instructions?))\b/i;

const RESULT_WORDS = new RegExp(String.raw`\b(?:${RESULT.join('|')})\b${NOT_PEOPLE}`, 'i');

/** More than any description has. */
const LONGEST = 1000;

/** How an outcome speaks of the product: the words that do, and whether the customer's result stands elsewhere. */
export interface ProductTalk {
  /** What makes it about the product: `adoption`, `log in`. */
  readonly words: string;
  /** True if a business value says what the customer gets. */
  readonly valued: boolean;
  /** True if the users are the customer's own audience, or what is adopted is a way of working. */
  readonly theirs: boolean;
}

/** True for a text about the use of a product that names no result: `Achieve 80% adoption`. Never throws. */
export function isUsage(text: string): boolean {
  return usageWords(text) !== undefined && !namesResult(text);
}

/** True for a text about people the customer serves, or about a way of working that is adopted. */
export const isOwnAudience = oncePerText((text: string) => AUDIENCE.test(text.slice(0, LONGEST)));

/**
 * What makes an outcome one of product usage; undefined for one that names the customer's result in its description, `so_that`, metric or key
 * results, or that is measured in time or money.
 */
export function productTalk(outcome: Outcome): ProductTalk | undefined {
  const { description, baseline, target, so_that, business_value: value } = outcome;
  if ([baseline?.current, target?.goal].some(field => isResult(quantityIn(field)))) return undefined;
  const text = description?.text ?? '';
  const written = [baseline?.metric?.text, target?.metric?.text].filter(one => one !== undefined && one !== '');
  const metrics = [...new Set(written)];
  const words = usageWords(text) ?? metrics.map(metric => usageWords(metric ?? '')).find(one => one !== undefined);
  if (words === undefined) return undefined;
  const results = outcome.key_results.items.flatMap(({ description: own, target: goal, baseline: from }) => [
    own?.text ?? '',
    goal?.metric?.text ?? '',
    from?.metric?.text ?? '',
  ]);
  if ([text, ...metrics, ...results].some(one => namesResult(one ?? ''))) return undefined;
  if (isAnswer(so_that?.text) || isAnswer(purposeIn(text)) || saysResults(text)) return undefined;
  const valued =
    isAnswer(value?.word?.text) ||
    isAnswer(value?.summary?.text) ||
    (value?.amount?.value?.kind === 'quantity' && value.summary === undefined);
  return { words, valued, theirs: isOwnAudience(`${text} ${metrics.join(' ')}`) };
}

/** True for words that say what the customer gets: there are some, and they are not about usage once more. */
export function isAnswer(text: string | undefined): boolean {
  return text !== undefined && !isPlaceholder(text) && !isUsage(text);
}

const usageWords = oncePerText((text: string) => USAGE_WORDS.firstIn(text.slice(0, LONGEST)));

const namesResult = oncePerText((text: string) => RESULT_WORDS.test(text.slice(0, LONGEST)));

/** What stands behind “so that”, or a “so” that begins a sentence of its own, in a description. */
const purposeIn = oncePerText((text: string) => {
  const match = PURPOSE.exec(text.slice(0, LONGEST));
  return match ? text.slice(match.index + match[0].length) : undefined;
});

/** Nobody measures usage in money or in time. */
function isResult(quantity: Quantity | undefined): boolean {
  return quantity?.dimension === 'money' || quantity?.dimension === 'duration';
}

function saysResults(description: string): boolean {
  return saidChanges(description.slice(0, LONGEST)).changes.some(({ to }) => isResult(to.quantity));
}
