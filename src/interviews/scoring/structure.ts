import { type QuestionKind } from '../bank/question.js';
import { BECAUSE, evidence, find, OWN_ACTION, TRADE_OFF } from './cues.js';
import { type CriterionResult } from './evaluation.js';
import { type Sentence } from './words/sentences.js';

interface Part {
  readonly name: string;
  readonly cue: RegExp;
}

const SITUATION =
  /\b(?:(?:last|that|one|this) (?:year|spring|summer|autumn|fall|winter|month|week|quarter|day|sprint|time|morning|friday|monday|evening|night)|(?:in|at|on|for) my (?:last|previous|first|current|old|final|team|internship|job|company)|(?:a (?:few|couple)|two|three|four|five|six|ten|several) (?:of )?(?:\w+ )?(?:years?|months?|weeks?) (?:ago|in|into|before)|when (?:i|we|our|the|my|a)|while (?:i|we) (?:was|were)|once,? (?:i|we|our|the|a)|at (?:the|a) (?:time|company|bank|shop|startup|retailer|clinic|school|university|previous)|i (?:was|had been) (?:working|on|the|asked|new|leading|in|responsible)|we (?:were|had|ran|used to)|there was|used to|(?:during|back in))\b/g;
const TASK =
  /\b(?:(?:i|we|it) (?:had|needed|have|need|was meant|were meant) to|my (?:job|task|part|role|goal|responsibility)|(?:i was|we were|was) (?:asked|responsible|supposed|expected|told|given)|(?:the|our) (?:goal|aim|task|problem|challenge|deadline|question|plan|idea|target|point) (?:was|were|is)|it (?:was|fell) (?:up )?to me|asked me|wanted (?:us|me|it|to|the)|the (?:deadline|release|launch|demo)|had promised|needed|supposed to|on call|wanted (?:someone|somebody|a|an|to)|insisted|we had two|i (?:owned|volunteered|offered|took (?:it|this|that|on|over)))\b/g;
const RESULT =
  /\b(?:in the end|as a result|since then|after (?:that|the|two|a)|ever since|(?:we|i|it|they|that) (?:settled|agreed|still|shipped|launched|finished|delivered|released|went live|recovered|held|passed|stopped|dropped|fell|ended|worked)|went from|turned out|ended up|the (?:result|outcome|error|errors|page|team|bug|problem|time|number) .{0,30}(?:dropped|fell|went|stopped|disappeared|never|improved|grew)|today|now (?:we|the|i|every|it|they|he|she)|(?:i|we) (?:learned|learnt|took away)|what i (?:learned|learnt|took)|never (?:came|happened|again)|hasn't|has not|from then on|next time|these days|afterwards|still (?:use|uses|in use|runs|there|does|do))\b/g;
const CLAIM =
  /\b(?:i(?:'d| would|'ll| will) [a-z]+|(?:my|the) (?:first|main|short|rule|answer|view|goal|usual|default|way)|i (?:start|begin|prefer|use|look|ask|try|always|usually|normally|treat|want|write|like|think|care|enjoy|believe|spend|picked|chose)|(?:first|to start|to begin)\b|for me|it (?:means|depends)|what (?:draws|drew|i|matters|keeps))\b/g;
const EXAMPLE =
  /\b(?:for (?:example|instance)|such as|in my (?:last|previous|first|current|team)|at my|on my (?:last|current|previous)|last (?:year|month|week|spring|summer|autumn|winter|quarter|time)|when (?:we|i|our|the)|once\b|one time|(?:we|i) (?:had|did|once|used|ran|moved|built|wrote|found|added|saw|cut|got|took)|say\b|like (?:a|the|when)|imagine|that (?:saved|caught|worked))\b/g;
const OUTLOOK =
  /\b(?:i want to|i'd like to|i would like to|i'm looking|i am looking|i hope|next (?:step|years?|two|three|few)|in (?:two|three|five|a few) years|grow|learn(?:ing)?|long term|over the next|here|this role|your (?:team|company|product|customers))\b/g;

/** What a well-built answer has, by kind of question. */
const PARTS: Readonly<Record<QuestionKind, readonly Part[]>> = {
  behavioural: [
    { name: 'situation', cue: SITUATION }, { name: 'task', cue: TASK },
    { name: 'action', cue: OWN_ACTION }, { name: 'result', cue: RESULT },
  ],
  technical: [
    { name: 'claim', cue: CLAIM }, { name: 'reason', cue: BECAUSE },
    { name: 'example', cue: EXAMPLE }, { name: 'trade-off', cue: TRADE_OFF },
  ],
  situational: [
    { name: 'claim', cue: CLAIM }, { name: 'steps you would take', cue: OWN_ACTION },
    { name: 'reason', cue: BECAUSE }, { name: 'trade-off or example', cue: new RegExp(`${TRADE_OFF.source}|${EXAMPLE.source}`, 'g') },
  ],
  motivation: [
    { name: 'claim', cue: CLAIM }, { name: 'reason', cue: BECAUSE },
    { name: 'example', cue: EXAMPLE }, { name: 'outlook', cue: OUTLOOK },
  ],
};

const SEQUENCE = /\b(?:first|second|third|then|next|after that|finally|before|afterwards|once|meanwhile|later|at the end|in the end|until)\b/g;

/** Whether the answer has the parts its kind of question asks for, and says in which order things happened. */
export function structure(sentences: readonly Sentence[], kind: QuestionKind): CriterionResult {
  const parts = PARTS[kind].map(({ name, cue }) => ({ name, found: find(sentences, cue) }));
  const there = parts.filter(({ found }) => found.count > 0);
  const points = there.reduce((sum, { found }) => sum + (found.count > 1 ? 23 : 19), 0);
  const sequence = Math.min(find(sentences, SEQUENCE).count, 2) * 4;
  // One sentence cannot hold a situation, a task, an action and a result that anybody can follow.
  const room = Math.min(1, sentences.length / 3);
  const missing = parts.filter(({ found }) => found.count === 0).map(({ name }) => name);
  return {
    score: Math.min(100, Math.round((points + (there.length > 1 ? sequence : 0)) * room)),
    reason: reasonFor(there.map(({ name }) => name), missing),
    quotes: evidence(sentences, ...there.map(({ found }) => found)),
  };
}

function reasonFor(there: readonly string[], missing: readonly string[]): string {
  if (missing.length === 0) return `Your answer has all its parts: ${there.join(', ')}.`;
  if (there.length === 0) return `We could not find these parts: ${missing.join(', ')}.`;
  return `We found ${there.join(', ')}, but no ${missing.join(' and no ')}.`;
}
