import { BECAUSE, evidence, find, OWN_ACTION, TRADE_OFF } from './cues.js';
import { type CriterionResult } from './evaluation.js';
import { type Sentence } from './words/sentences.js';

/** Whether the speaker says what they did themselves, why, and what they weighed it against. */
export function reasoning(sentences: readonly Sentence[]): CriterionResult {
  const actions = find(sentences, OWN_ACTION);
  const reasons = find(sentences, BECAUSE);
  const tradeOffs = find(sentences, TRADE_OFF);
  const score =
    Math.min(actions.count, 3) * 13 + Math.min(reasons.count, 2) * 17 + Math.min(tradeOffs.count, 2) * 14;
  return {
    score: Math.min(100, score),
    reason: reasonFor(actions.count > 0, reasons.count > 0, tradeOffs.count > 0),
    quotes: evidence(sentences, reasons, tradeOffs, actions),
  };
}

function reasonFor(actions: boolean, reasons: boolean, tradeOffs: boolean): string {
  const missing = [
    ...(actions ? [] : ['what you did yourself']),
    ...(reasons ? [] : ['why']),
    ...(tradeOffs ? [] : ['what you weighed it against']),
  ];
  if (missing.length === 0) return 'You say what you did, why, and what you weighed it against.';
  return `You do not say ${missing.join(', nor ')}.`;
}
