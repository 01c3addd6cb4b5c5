import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/index.js';
import { type Tx } from '../platform/db/index.js';
import { answerView } from './answer-view.js';
import { AnswerRepository, FOLLOW_UP_PLACE } from './answers.repository.js';
import { QuestionBank } from './bank/question-bank.js';
import { type ReportView } from './interviews.dto.js';
import { type Interview } from './interview.entity.js';
import { reportDelayed } from './interviews.errors.js';
import { InterviewRepository } from './interviews.repository.js';
import { invitedView } from './invited/invited-view.js';
import { JudgedParts } from './judged-parts.js';
import { levelTitle } from './level-title.js';
import { Replays } from './recordings/replays.js';
import { goalsView } from './report-scores.js';
import { type ScoredAnswer } from './scored-answer.js';

/** What a candidate reads afterwards: scores, the words they rest on, what was missing, what to do next. */
@Injectable()
export class Reports {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly bank: QuestionBank,
    private readonly replays: Replays,
    private readonly judged: JudgedParts,
  ) {}

  /** The report of the caller's interview; 404 until there is one, and from the second it expires. AppError `interviews.report_delayed`. */
  async getMine(tx: Tx, candidateId: string, id: string): Promise<ReportView> {
    const interview = await this.interviews.getMine(tx, candidateId, id);
    const { submittedAt, scoredAt, judgedBy } = interview;
    if (!submittedAt || (interview.state !== 'for_people' && !scoredAt)) throw notFound();
    const delayed = await this.interviews.delayedUntil(tx, interview);
    if (delayed) throw reportDelayed(delayed);
    const answers = await this.answers.withScores(tx, id, interview.runId);
    const given = await this.replays.ofInterview(tx, id);
    return {
      id,
      roleTitle: interview.roleTitle,
      levelTitle: levelTitle(interview.levelId),
      submittedAt: submittedAt.toISOString(),
      expiresAt: interview.expiresAt?.toISOString() ?? null,
      judgedBy,
      invited: invitedView(interview, null),
      broughtFrom: interview.broughtFrom,
      ...(await this.judged.of(tx, interview, answers)),
      goals: goalsView(this.bank, interview.goals, answers),
      answers: answers.map((answer) => answerView(forPeople(interview, answer), { answer: given.get(answer.position) ?? null, followUp: given.get(answer.position + FOLLOW_UP_PLACE) ?? null })),
    };
  }
}

/** An answer that no program judges says who does. */
function forPeople({ state, invitedBy }: Interview, answer: ScoredAnswer): ScoredAnswer {
  return state === 'for_people' ? { ...answer, message: `People of ${invitedBy ?? 'the organisation that invited you'} rate this answer. No program does.` } : answer;
}
