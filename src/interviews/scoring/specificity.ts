import { evidence, find } from './cues.js';
import { type CriterionResult } from './evaluation.js';
import { type Sentence } from './words/sentences.js';

const NUMBER =
  /\b(?:\d[\d.,]*\s*(?:%|percent|ms|k|[a-z]+)?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|third|quarter|twice|double|dozen|dozens|hundreds|thousands)(?:[ -](?:and|a|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|percent|seconds?|minutes?|hours?|days?|weeks?|months?|years?))*|(?:a|an|one|every|last|per) (?:second|minute|hour|day|week|month|quarter|year|monday|tuesday|wednesday|thursday|friday))\b/g;

/** Tools and techniques as speech recognition writes them, without capitals. */
const TOOL =
  /\b(?:postgres(?:ql)?|mysql|sqlite|mongo(?:db)?|redis|kafka|rabbitmq|sqs|docker|kubernetes|terraform|jenkins|grafana|prometheus|sentry|datadog|kibana|splunk|git(?:hub|lab)?|jira|trello|slack|figma|excel|python|java|javascript|typescript|golang|rust|kotlin|swift|ruby|rails|django|flask|spring|react|angular|vue|node(?:\.js)?|php|laravel|graphql|rest|grpc|sql|html|css|linux|aws|azure|lambda|s3|nginx|elasticsearch|playwright|cypress|jest|junit|pytest|selenium|webpack|vite|feature flags?|load balancer|stack traces?|query plan|profiler|heap dump|pull requests?|unit tests?|integration tests?|code review|cron|webhooks?|api|cdn|ci|index(?:es)?|cache|queue|migration|rollback|canary|pipeline|retrospective|post-?mortem|runbook|stand-?up|dashboard|spreadsheet|wireframe|prototype|invoice|checkout|payment|lock|transaction|constraint|migration|idempotency key|dead letter|back-?off|circuit breaker|outbox|golden master|refactoring|commit|branch|staging|acceptance criteria|script|middleware|backfill|status page|log|graph|screen share|tickets?|timeline|table|row|column|server|load test|prototype|template|report|contract|budget|survey|checklist)s?\b/g;

const PERSON =
  /\b(?:manager|boss|lead|colleagues?|teammates?|coworkers?|designers?|developers?|engineers?|juniors?|seniors?|architect|customers?|clients?|users?|product owner|product manager|stakeholders?|support team|sales team|sales|finance|operations|ops|analysts?|testers?|intern|mentor|director|founder|reviewers?|suppliers?|vendors?|accountants?|friends?|father|mother|sister|brother|person|support|marketing|lawyers?|nurses?|doctors?|drivers?|guests?|buyers?|patients?|students?|team)\b/g;

const OUTCOME =
  /\b(?:in the end|as a result|since then|after that|ever since|turned out|ended up|went from|(?:dropped|fell|went down|went up|rose|grew|cut|reduced|increased|improved|doubled|halved|saved|shrank)\b|never came back|has not|hasn't|(?:we|i|it|they|which) (?:shipped|launched|finished|delivered|released|went live|recovered|held|passed|stopped|disappeared|worked|stayed)|the (?:result|outcome)|resolved|solved|fixed|on time|ahead of|without (?:a|any|losing|downtime)|no (?:more|longer|complaints?|incidents?|outages?|repeat)|none of|still (?:use|uses|in use|runs?|there|works?)|succeeded|caught|paid off|stands?|decided it|happened (?:once|twice)|grew|down to|up to|back (?:up|to|under|in))\b/g;

/** Whether a word, in lower case, is the name of a tool as people say it without a capital. */
export function isTool(word: string): boolean {
  return word.search(TOOL) !== -1;
}

/** How concrete the answer is: numbers, named tools, people, outcomes. Each counts less the more there are of it. */
export function specificity(sentences: readonly Sentence[]): CriterionResult {
  const numbers = find(sentences, NUMBER);
  const tools = withNames(sentences);
  const people = find(sentences, PERSON);
  const outcomes = find(sentences, OUTCOME);
  const parts = [
    { name: 'numbers', points: saturating(numbers.count, [22, 34, 40]) },
    { name: 'named tools or products', points: saturating(tools.count, [20, 30, 37]) },
    { name: 'people', points: saturating(people.count, [14, 22]) },
    { name: 'outcomes', points: saturating(outcomes.count, [18, 28]) },
  ];
  const score = Math.min(100, parts.reduce((sum, { points }) => sum + points, 0));
  return { score, reason: reasonFor(parts), quotes: evidence(sentences, numbers, outcomes, tools, people) };
}

function withNames(sentences: readonly Sentence[]): { count: number; sentences: readonly Sentence[] } {
  const tools = find(sentences, TOOL);
  const named = sentences.filter(({ text }) => properNames(text).length > 0);
  const names = new Set(sentences.flatMap(({ text }) => properNames(text).map((name) => name.toLowerCase())));
  return { count: tools.count + [...names].filter((name) => !isTool(name)).length, sentences: [...tools.sentences, ...named] };
}

/** Capitalised words inside a sentence: products, places, people. */
function properNames(text: string): string[] {
  return Array.from(text.matchAll(/(?<=[a-z,] )[A-Z][A-Za-z0-9.+#]+/g), ([name]) => name).filter((name) => !/^I'/.test(name));
}

function saturating(count: number, steps: readonly number[]): number {
  return count === 0 ? 0 : (steps[Math.min(count, steps.length) - 1] ?? 0);
}

function reasonFor(parts: readonly { name: string; points: number }[]): string {
  const there = parts.filter(({ points }) => points > 0).map(({ name }) => name);
  const missing = parts.filter(({ points }) => points === 0).map(({ name }) => name);
  if (there.length === 0) return 'You named no number, tool, person or outcome.';
  if (missing.length === 0) return 'You named numbers, tools, people and outcomes.';
  return `You named ${there.join(' and ')}, but no ${missing.join(' and no ')}.`;
}
