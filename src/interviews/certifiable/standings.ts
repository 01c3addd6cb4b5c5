import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { AnswerRepository } from '../answers.repository.js';
import { QuestionBank } from '../bank/question-bank.js';
import { type Interview } from '../interview.entity.js';
import { InterviewRepository } from '../interviews.repository.js';
import { competencyScores, leftOut, type ScoredAnswer } from '../scored-answer.js';
import { isAbove, isBelow, readScore, showScore } from '../scoring/rubric.js';
import { type Reason, type Standing } from './certifiable.dto.js';
import { ShownOutlines } from './shown-outlines.repository.js';
import { transcriptOf } from './transcripts.js';

/** Whether an interview earns a certificate. Looked at each time it is asked: nothing of it is stored. */
@Injectable()
export class Standings {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly shown: ShownOutlines,
    private readonly bank: QuestionBank,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  async ofMine(tx: Tx, candidateId: string, interviewId: string): Promise<Standing> {
    const interview = await this.interviews.getMine(tx, candidateId, interviewId);
    // What somebody was invited to is between them and whoever invited.
    if (interview.origin !== 'practice') throw notFound();
    const { scoreAbove: mark, minQuestions: needed } = this.policy.values.certificate;
    const answers = await this.answers.withScores(tx, interviewId, interview.scoredAt === null ? null : interview.runId);
    const questions = answers.filter(({ state }) => state === 'scored').length;
    const seen = await this.shown.beforeHandingIn(tx, interviewId);
    const isTyped = await this.isTyped(tx, interviewId);
    const overall = interview.state === 'scored' && interview.overall !== null ? readScore(interview.overall) : null;
    const why: Reason[] = [
      ...whereItStands(interview),
      ...(interview.mode === 'live' ? [] : ['coach' as const]),
      ...(interview.competencyId === null ? [] : ['drill' as const]),
      ...(overall && questions < needed ? ['too_few_questions' as const] : []),
      ...(overall && !isAbove(overall, mark) ? ['not_above' as const] : []),
      ...(seen.length > 0 ? ['outline_seen' as const] : []),
      ...(isTyped ? ['typed' as const] : []),
      ...((await this.isTooOld(tx, interview)) ? ['too_old' as const] : []),
    ];
    return { fit: why.length === 0, why, overall: overall && showScore(overall, mark), mark, questions, needed, weakest: this.weakest(interview, answers), seen };
  }

  /** An interview that is kept for longer earns no second certificate once the first has ended. */
  private async isTooOld(tx: Tx, { submittedAt }: Interview): Promise<boolean> {
    return submittedAt !== null && this.policy.values.certificate.validFor.after(submittedAt) <= (await this.clock.now(tx));
  }

  /** Whether the policy counts only what is spoken, and an answer was written by hand, spoken as well or not. */
  private async isTyped(tx: Tx, interviewId: string): Promise<boolean> {
    if (this.policy.values.certificate.typedAnswers === 'allowed') return false;
    return (await this.answers.told(tx, interviewId)).some((answer) => transcriptOf(answer) === 'typed');
  }

  private weakest({ roleId, levelId }: Interview, answers: readonly ScoredAnswer[]): Standing['weakest'] {
    const [skipped, askable] = [leftOut(answers), new Set(this.bank.questionsFor(roleId, levelId).flatMap(({ competencies }) => competencies))];
    const [first, ...others] = Object.entries(competencyScores(answers)).filter(([id]) => !skipped.has(id) && askable.has(id));
    if (!first) return null;
    const [competencyId, score] = others.reduce((low, each) => (isBelow(each[1], low[1]) ? each : low), first);
    return { competencyId, title: this.bank.competencyTitle(competencyId), score: showScore(score), roleId, levelId };
  }
}

function whereItStands({ state, overall }: Interview): Reason[] {
  if (state === 'in_review' || state === 'not_scored') return [state];
  return state === 'scored' && overall !== null ? [] : ['waiting'];
}
