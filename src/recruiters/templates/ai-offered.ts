import { auditGoodFrom, auditGoodUntil, scoringFrom } from './new-york.js';
import { type TemplateContent } from './template-content.js';

/** Why no program scores, now or at all: the organisation wants people; New York's audit is missing, or its notice has not run yet. */
export type WhyPeople = 'people_only' | 'no_audit_of_this_year' | 'notice_not_over';

export interface AiOffer {
  /** Whether a program may score, right now. */
  readonly ai: boolean;
  /** From when on it may, where that is later; null when it may now, or never. */
  readonly from: Date | null;
  readonly why: WhyPeople | null;
}

/** Whether somebody who was invited at `invitedAt` may have a program score their interview, which they hand in by `until`: an audit has to be of the year before that, too. */
export function aiOffered({ aiScoring, newYork }: Pick<TemplateContent, 'aiScoring' | 'newYork'>, { invitedAt, now, until = now }: { invitedAt: Date; now: Date; until?: Date }): AiOffer {
  if (!aiScoring) return { ai: false, from: null, why: 'people_only' };
  if (newYork === null) return { ai: true, from: null, why: null };
  const from = scoringFrom(invitedAt);
  const begins = now < from ? from : now;
  const ends = until < begins ? begins : until;
  if (begins < auditGoodFrom(newYork.auditDate) || ends >= auditGoodUntil(newYork.auditDate)) return { ai: false, from: null, why: 'no_audit_of_this_year' };
  return now < from ? { ai: false, from, why: 'notice_not_over' } : { ai: true, from: null, why: null };
}
