import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { AnswerRepository } from './answers.repository.js';
import { type Interview } from './interview.entity.js';
import { InterviewRepository } from './interviews.repository.js';
import { type ScoredAnswer, scoreOf } from './scored-answer.js';
import { type ExactScore, isBelow, showScore } from './scoring/rubric.js';

/** More would be the interview, and not the best of it. */
const MOST = 3;

/** Answers in the words in which they were first given, in the order in which they were asked for. */
export interface AnswersInWords {
  /** Who judged them. */
  readonly evaluator: string;
  /** When they go; null when they are kept until they are deleted. */
  readonly until: Date | null;
  readonly answers: readonly {
    readonly question: string;
    readonly text: string;
    /** What was asked next, and said to it. */
    readonly followUp: { readonly question: string; readonly text: string } | null;
    /** Two decimals, cut off. */
    readonly score: string;
  }[];
}

/** The answers with the highest scores of interviews whose results may be shown. */
@Injectable()
export class BestAnswers {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
  ) {}

  /** Of this interview, as long as its results may be shown. Null when they may not, or nothing was said in it. */
  async of(tx: Tx, candidateId: string, interviewId: string): Promise<AnswersInWords | null> {
    return this.read(tx, await this.interviews.findShowable(tx, candidateId, interviewId));
  }

  /** Of the best interview. */
  async ofBest(tx: Tx, candidateId: string): Promise<AnswersInWords | null> {
    return this.read(tx, await this.interviews.best(tx, candidateId));
  }

  private async read(tx: Tx, interview: Interview | null): Promise<AnswersInWords | null> {
    if (!interview?.evaluator) return null;
    const answers = bestOf(await this.answers.withScores(tx, interview.id, interview.runId));
    return answers.length === 0 ? null : { evaluator: interview.evaluator, until: interview.expiresAt, answers };
  }
}

/** Of two alike the one that was asked first. Their order says nothing of their scores, which may be nobody's to see. */
function bestOf(answers: readonly ScoredAnswer[]): AnswersInWords['answers'] {
  const said = answers.flatMap((answer) => {
    const score = answer.state === 'scored' && answer.text.trim() !== '' ? scoreOf(answer) : null;
    return score ? [{ answer, score }] : [];
  });
  const best = said.toSorted((a, b) => higher(a.score, b.score)).slice(0, MOST);
  return best.toSorted((a, b) => a.answer.position - b.answer.position).map(({ answer, score }) => ({ ...inWords(answer), score: showScore(score) }));
}

const higher = (a: ExactScore, b: ExactScore): number => Number(isBelow(a, b)) - Number(isBelow(b, a));

function inWords({ question, text, followUp }: ScoredAnswer): Pick<AnswersInWords['answers'][number], 'question' | 'text' | 'followUp'> {
  if (followUp === null || followUp.startsAt === null) return { question, text, followUp: null };
  return { question, text: text.slice(0, followUp.startsAt).trim(), followUp: { question: followUp.question, text: text.slice(followUp.startsAt) } };
}
