import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { InterviewScores } from '../../interviews/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type ListedTalent } from './listed-talent.js';

/** Best answers as a profile shows them, in the order in which they were asked for. */
export interface SharedAnswers {
  /** Who judged them; null where scores are not shared, with those of the answers. */
  readonly evaluator: string | null;
  /** When they go; null when they stay until they are deleted. ISO 8601. */
  readonly expiresAt: string | null;
  readonly said: { question: string; text: string; followUp: { question: string; text: string } | null; score: string | null }[];
}

/** A listed person as their opened profile shows them, and nothing else does. */
export interface OpenedTalent extends ListedTalent {
  readonly answers: SharedAnswers | null;
}

type InWords = Awaited<ReturnType<InterviewScores['sharedAnswers']>>;

/** What listed people let recruiters read of what they said. It is read where it was said, each time anew, and copied nowhere. */
@Injectable()
export class TalentAnswers {
  constructor(private readonly interviews: InterviewScores) {}

  /** Beside the rest of a listing that is held until `tx` ends. */
  async open(tx: Tx, talent: ListedTalent, consented: Consented<'discovery'>): Promise<OpenedTalent> {
    if (!consented.fields.includes('answers')) return opened(talent, null);
    const [listed] = await tx.query<{ interviewId: string }[]>(
      'select answers_interview_id as "interviewId" from recruiters.talent_listing where talent_id = $1 and candidate_id = $2 and answers_expire_at > clock.now()', [talent.talentId, consented.subjectId]);
    return opened(talent, listed ? await this.interviews.sharedAnswers(tx, consented, listed.interviewId) : null);
  }

  /** What `open` would show of somebody who shares these fields, for themself. */
  async preview(tx: Tx, talent: ListedTalent, accountId: string): Promise<OpenedTalent> {
    return opened(talent, talent.fields.includes('answers') ? await this.interviews.ownAnswers(tx, accountId) : null);
  }
}

/** Scores stand beside answers where somebody shares scores as well. */
function opened(talent: ListedTalent, inWords: InWords): OpenedTalent {
  if (inWords === null) return { ...talent, answers: null };
  const { evaluator, until, answers } = inWords;
  const scored = talent.scores !== null;
  return {
    ...talent,
    answers: { evaluator: scored ? evaluator : null, expiresAt: until?.toISOString() ?? null, said: answers.map((answer) => ({ ...answer, score: scored ? answer.score : null })) },
  };
}
