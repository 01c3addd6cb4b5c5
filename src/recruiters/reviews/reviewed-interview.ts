import { type InvitedReport } from '../../interviews/index.js';
import { type Override } from './override.repository.js';
import { type Reviewed } from './reviewed.repository.js';
import { type CardView, type EvaluationView, type ReviewedInterviewView } from './reviews.dto.js';
import { latestOf, peopleOf, type Scorecard } from './scorecard.js';
import { standingScore } from './standing-score.js';

/** Everything there is about one interview; what a reader may not see yet is left out when it is shown. */
export interface Review {
  readonly reviewed: Reviewed;
  readonly report: InvitedReport;
  /** Every version, drafts included. */
  readonly cards: readonly Scorecard[];
  /** The newest first. */
  readonly overrides: readonly Override[];
}

type Names = ReadonlyMap<string, { readonly name: string }>;

/** What is kept from somebody who has not submitted ratings of their own. */
export interface Hidden {
  readonly evaluation: boolean;
  readonly colleagues: boolean;
}

export function hiddenFrom(readerId: string, rateFirst: boolean, cards: readonly Scorecard[]): Hidden {
  const hasRated = cards.some(({ authorId, submittedAt }) => authorId === readerId && submittedAt !== null);
  return { evaluation: rateFirst && !hasRated, colleagues: !hasRated };
}

/** An interview as one reader may see it now. */
export function asReviewedInterview({ reviewed, report, cards, overrides }: Review, readerId: string, names: Names): ReviewedInterviewView {
  const hidden = hiddenFrom(readerId, reviewed.rateFirst, cards);
  const [mine, others] = [cards.filter(({ authorId }) => authorId === readerId), cards.filter(({ authorId }) => authorId !== readerId)];
  const counting = hidden.colleagues ? [] : latestOf(cards);
  const shownOverrides = hidden.evaluation ? [] : overrides;
  const { invitationId, templateId, name, email, jobTitle, clientName, rateFirst, submittedAt, endsAt } = reviewed;
  return {
    invitationId, templateId, name, email, jobTitle, clientName, rateFirst, judgedBy: report.judgedBy, state: report.state, submittedAt: submittedAt.toISOString(), endsAt: endsAt.toISOString(),
    answers: report.answers.map(({ position, question, questionId, kind, competencies, expected, anchors, text, given, followUp, facts }) =>
      ({ position, question, questionId, kind, competencies, expected, anchors, text, given, followUp, facts })),
    mine: { draft: mine.filter(({ submittedAt: at }) => at === null).map(asCard)[0] ?? null, submitted: submittedOf(mine) },
    evaluation: hidden.evaluation ? null : evaluationOf(report),
    isEvaluationHidden: hidden.evaluation,
    overrides: hidden.evaluation ? null : overrides.map((override) => asOverride(override, readerId, names)),
    colleagues: hidden.colleagues ? null : colleaguesOf(others, names),
    people: peopleView(counting),
    standing: standingScore(hidden.evaluation ? null : (report.overall?.shown ?? null), counting, shownOverrides),
  };
}

/** Null when no program has scored it. */
function evaluationOf(report: InvitedReport): EvaluationView | null {
  const { state, scoredAt, evaluator, rubric, second, review, overall, competencies } = report;
  if (scoredAt === null) return null;
  const answers = report.answers.map(({ position, state: judged, message, shown, criteria, points }) => ({ position, state: judged, message, shown, criteria, points }));
  return { state, scoredAt, evaluator, rubric, second, review, overall, competencies, answers };
}

function colleaguesOf(others: readonly Scorecard[], names: Names): { author: string | null; submitted: CardView[] }[] {
  return [...Map.groupBy(others, ({ scorecardId }) => scorecardId).values()]
    .map((versions) => ({ author: names.get(versions[0]?.authorId ?? '')?.name ?? null, submitted: submittedOf(versions) }))
    .filter(({ submitted }) => submitted.length > 0);
}

function peopleView(counting: readonly Scorecard[]): ReviewedInterviewView['people'] {
  const people = peopleOf(counting);
  const means = counting.map(({ mean }) => Number(mean));
  return people && { ...people, spread: (Math.max(...means) - Math.min(...means)).toFixed(2) };
}

const submittedOf = (versions: readonly Scorecard[]): CardView[] => versions.filter(({ submittedAt }) => submittedAt !== null).map(asCard).reverse();

function asCard({ version, marks, recommendation, summary, mean, savedAt, submittedAt }: Scorecard): CardView {
  return { version, marks: [...marks], recommendation, summary, mean, savedAt: savedAt.toISOString(), submittedAt: submittedAt?.toISOString() ?? null };
}

function asOverride({ overall, reason, insteadOf, authorId, madeAt }: Override, readerId: string, names: Names): NonNullable<ReviewedInterviewView['overrides']>[number] {
  return { overall, reason, insteadOf, author: names.get(authorId ?? '')?.name ?? null, isYours: authorId === readerId, madeAt: madeAt.toISOString() };
}
