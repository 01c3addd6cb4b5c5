import { z } from 'zod';
import { type Appeal, type Decision, type DecisionHistory, LONGEST_REASON, mayBeAppealed, openAppeal, outcomes, SHORTEST_REASON, withAppeals } from './decision.js';
import { type DecidedAbout } from './decision.repository.js';

const moment = z.string().meta({ format: 'date-time' });
const noNul = (text: string): boolean => !text.includes('\0');
const NO_NUL = 'Remove the character that cannot be stored (NUL).';
const words = (least: number, most: number, empty: string) => z.string().trim().min(least, empty).max(most, `Use at most ${most.toLocaleString('en')} characters.`).refine(noNul, NO_NUL);

export const wordBody = z.strictObject({
  outcome: z.enum(outcomes),
  /** The candidate reads it. */
  reason: words(SHORTEST_REASON, LONGEST_REASON, `Say why, in ${SHORTEST_REASON} characters or more: the candidate reads it.`),
});
export const appealBody = z.strictObject({ said: words(1, 5_000, 'Say what you think was overlooked.') });

const appeal = z.object({ id: z.uuid(), said: z.string(), madeAt: moment, dueAt: moment, isOverdue: z.boolean() });
const decided = {
  id: z.uuid(), outcome: z.enum(outcomes), reason: z.string(), decidedAt: moment,
  /** Whether it answers an appeal, and whether the same person had to, because nobody else could. */
  answersAppeal: z.boolean(), byTheSame: z.boolean(),
  /** Against this decision. */
  appeal: appeal.nullable(),
};

export const decisionsView = z
  .object({
    /** The newest first: that one counts. */
    decisions: z.array(z.object({ ...decided, decidedBy: z.string().nullable(), isYours: z.boolean() })),
    /** The appeal that waits for an answer, and whether the caller may give it. */
    open: appeal.extend({ mayAnswer: z.boolean() }).nullable(),
  })
  .meta({ id: 'Decisions' });

export const ownDecisionsView = z
  .object({
    organisation: z.object({ name: z.string(), domain: z.string(), isDomainVerified: z.boolean() }),
    jobTitle: z.string(),
    decisions: z.array(z.object(decided)),
    mayAppeal: z.boolean(),
    /** Within how many days an appeal is answered. */
    appealDays: z.number().int(),
    /** Whether the organisation can still read the interview, without which nobody looks again. */
    isReadable: z.boolean(),
  })
  .meta({ id: 'OwnDecisions' });

export const openAppealsView = z
  .object({ appeals: z.array(appeal.omit({ said: true }).extend({ invitationId: z.uuid(), jobTitle: z.string(), name: z.string().nullable(), mayAnswer: z.boolean() })) })
  .meta({ id: 'OpenAppeals' });

export type WordBody = z.infer<typeof wordBody>;
export type DecisionsView = z.infer<typeof decisionsView>;
export type OwnDecisionsView = z.infer<typeof ownDecisionsView>;
export type OpenAppealsView = z.infer<typeof openAppealsView>;

export function asDecisions(history: DecisionHistory, names: ReadonlyMap<string, { readonly name: string }>, actorId: string, mayAnswer: boolean): DecisionsView {
  const open = openAppeal(history);
  return {
    decisions: withAppeals(history).map(({ decision, appeal: against }) => ({ ...asDecision(decision, against), decidedBy: names.get(decision.decidedBy)?.name ?? null, isYours: decision.decidedBy === actorId })),
    open: open && { ...asAppeal(open), mayAnswer },
  };
}

export function asOwnDecisions({ organisation, jobTitle, isReadable }: DecidedAbout, history: DecisionHistory, appealDays: number): OwnDecisionsView {
  return {
    organisation, jobTitle, isReadable, appealDays, decisions: withAppeals(history).map(({ decision, appeal: against }) => asDecision(decision, against)), mayAppeal: isReadable && mayBeAppealed(history),
  };
}

export function asAppeal({ id, said, madeAt, dueAt, isOverdue }: Appeal): z.infer<typeof appeal> {
  return { id, said, madeAt: madeAt.toISOString(), dueAt: dueAt.toISOString(), isOverdue };
}

function asDecision({ id, outcome, reason, decidedAt, appealId, byTheSame }: Decision, against: Appeal | null) {
  return { id, outcome, reason, decidedAt: decidedAt.toISOString(), answersAppeal: appealId !== null, byTheSame, appeal: against && asAppeal(against) };
}
