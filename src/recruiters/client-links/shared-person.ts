import { type InvitedReport } from '../../interviews/index.js';
import { type StandingScore } from '../reviews/standing-score.js';

/** What a client is shown of somebody: no address, no recordings, nobody's ratings, and no decision. */
export interface SharedPerson {
  readonly name: string;
  readonly submittedAt: string;
  readonly judgedBy: 'ai' | 'people';
  /** The score that stands, and whose it is; null as long as there is none. */
  readonly score: StandingScore | null;
  /** The evaluator's overall score, which stays beside the one of a person. */
  readonly evaluated: string | null;
  readonly evaluator: string | null;
  readonly competencies: readonly { readonly title: string; readonly shown: string }[];
  readonly answers: readonly { readonly question: string; readonly text: string; readonly followUp: string | null; readonly shown: string | null }[];
}

export function sharedPerson(name: string, { submittedAt, judgedBy, overall, evaluator, competencies, answers }: InvitedReport, score: StandingScore | null): SharedPerson {
  return {
    name, submittedAt, judgedBy, score,
    evaluated: overall?.shown ?? null,
    evaluator: evaluator?.name ?? null,
    competencies: competencies.map(({ title, shown }) => ({ title, shown })),
    answers: answers.map(({ question, text, followUp, shown }) => ({ question, text, followUp: followUp?.question ?? null, shown })),
  };
}
