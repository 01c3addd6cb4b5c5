import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { AnswerRepository, type AskedQuestion } from './answers.repository.js';
import { QuestionBank } from './bank/question-bank.js';
import { type InterviewView, type SummaryView } from './interviews.dto.js';
import { type InterviewLine, InterviewRepository } from './interviews.repository.js';
import { levelTitle } from './level-title.js';
import { readScore, showScore } from './scoring/rubric.js';

/** An interview as its owner sees it, whole or as a line of a list. */
@Injectable()
export class InterviewViews {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly bank: QuestionBank,
  ) {}

  /** 404 when it is not the caller's. */
  async getMine(tx: Tx, candidateId: string, id: string): Promise<InterviewView> {
    const interview = await this.interviews.getMine(tx, candidateId, id);
    const questions = await this.answers.asked(tx, id);
    const { roleId, roleTitle, state, mode, jobDescription, goals } = interview;
    return {
      id,
      roleTitle,
      levelTitle: levelTitle(interview.levelId),
      state,
      mode,
      questionSet: { id: roleId, title: this.bank.role(roleId)?.title ?? roleTitle },
      jobDescription,
      goals,
      drill: this.drill(interview.competencyId),
      startedAt: interview.startedAt.toISOString(),
      submittedAt: interview.submittedAt?.toISOString() ?? null,
      expiresAt: interview.expiresAt?.toISOString() ?? null,
      questions: questions.map(question),
      progress: { scored: await this.answers.countScores(tx, id), total: questions.filter(({ follows }) => follows === null).length },
    };
  }

  line(line: InterviewLine): SummaryView {
    const { id, roleTitle, state, questionCount, answeredCount, nextPosition } = line;
    return {
      id,
      roleTitle,
      levelTitle: levelTitle(line.levelId),
      state,
      questionCount,
      answeredCount,
      nextPosition,
      drill: this.drill(line.competencyId),
      score: line.overall === null ? null : showScore(readScore(line.overall)),
      startedAt: line.startedAt.toISOString(),
      submittedAt: line.submittedAt?.toISOString() ?? null,
      expiresAt: line.expiresAt?.toISOString() ?? null,
    };
  }

  private drill(competencyId: string | null): SummaryView['drill'] {
    return competencyId === null ? null : { id: competencyId, title: this.bank.competencyTitle(competencyId) };
  }
}

function question({ position, follows, takesUp, text, kind, competencies, thinkSeconds, answerSeconds, answer }: AskedQuestion): InterviewView['questions'][number] {
  return {
    position,
    follows,
    takesUp,
    text,
    kind: kind as InterviewView['questions'][number]['kind'],
    competencies,
    thinkSeconds,
    answerSeconds,
    answer: answer && { text: answer.text, revision: answer.revision, savedAt: new Date(answer.savedAt).toISOString() },
  };
}
