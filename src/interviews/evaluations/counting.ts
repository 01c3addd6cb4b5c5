import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { AnswerRepository } from '../answers.repository.js';
import { InterviewCredits } from '../interview-credits.js';
import { type Interview } from '../interview.entity.js';
import { interviewScored } from '../interviews.events.js';
import { InterviewRepository } from '../interviews.repository.js';
import { overallOf, type ScoredAnswer } from '../scored-answer.js';
import { type CriterionResult } from '../scoring/evaluation.js';
import { CRITERIA, type Criterion, type ExactScore, RUBRIC, writeScore } from '../scoring/rubric.js';
import { noSuchScore } from './evaluations.errors.js';
import { A_PERSON, type Judge } from './run.js';
import { RunRepository } from './run.repository.js';

/** What a person decides: one of the evaluations, with their own integers wherever they differ from it. */
export interface PersonsWord {
  readonly basedOn: string;
  readonly changes: readonly { readonly position: number; readonly criterion: Criterion; readonly score: number }[];
  readonly reason: string;
}

/** The one door through which a run comes to count after an interview was judged. */
@Injectable()
export class Counting {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly runs: RunRepository,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly credits: InterviewCredits,
  ) {}

  /** Makes a person's run and lets it count. AppError `interviews.no_such_score`. */
  async person(tx: Tx, interviewId: string, operatorId: string, { basedOn, changes, reason }: PersonsWord): Promise<ExactScore> {
    const judged = (await this.answers.withScores(tx, interviewId, basedOn)).map((answer) => changed(answer, changes));
    const known = new Set(judged.flatMap(({ position, criteria }) => (criteria ? [position] : [])));
    const overall = overallOf(judged);
    if (!overall || changes.some(({ position }) => !known.has(position))) throw noSuchScore();
    const judge = { ...A_PERSON, rubric: RUBRIC.id };
    const id = await this.runs.decide(tx, interviewId, judge, { basedOn, decidedBy: operatorId, reason: reason.trim(), overall: writeScore(overall) });
    for (const { position, state, message, criteria, points, advice, outline } of judged) {
      await this.runs.keepScore(tx, { id, interviewId }, position, { state: state ?? 'not_scored', message, criteria, points: points ?? [], advice: advice ?? [], outline: outline ?? [] });
    }
    await this.let(tx, await this.getInterview(tx, interviewId), { id, ...judge, overall: writeScore(overall) });
    return overall;
  }

  /** From now on the report shows this run. */
  async let(tx: Tx, interview: Interview, run: Judge & { readonly id: string; readonly overall: string | null }): Promise<void> {
    interview.finish(await this.clock.now(tx), run, run.overall);
    await this.interviews.save(tx, interview);
    await this.credits.afterJudging(tx, interview);
    await this.outbox.publish(tx, interviewScored, { interviewId: interview.id });
  }

  private async getInterview(tx: Tx, id: string): Promise<Interview> {
    const interview = await this.interviews.findLocked(tx, id);
    if (!interview) throw notFound();
    return interview;
  }
}

function changed(answer: ScoredAnswer, changes: PersonsWord['changes']): ScoredAnswer {
  const mine = new Map(changes.filter(({ position }) => position === answer.position).map(({ criterion, score }) => [criterion, score]));
  if (!answer.criteria || mine.size === 0) return answer;
  const { criteria } = answer;
  const entries = CRITERIA.map((id): [Criterion, CriterionResult] => [id, withScore(criteria[id], mine.get(id))]);
  return { ...answer, criteria: Object.fromEntries(entries) as Record<Criterion, CriterionResult> };
}

/** The sentence of the evaluation speaks of its own number, so it goes with it. */
function withScore(result: CriterionResult, score: number | undefined): CriterionResult {
  if (score === undefined || score === result.score) return result;
  return { ...result, score, reason: `A person read this and gave ${score}; the evaluation they began from had given ${result.score}.` };
}
