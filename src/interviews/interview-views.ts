import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { AnswerRepository, type AskedQuestion } from './answers.repository.js';
import { QuestionBank } from './bank/question-bank.js';
import { type Interview } from './interview.entity.js';
import { type InterviewView, type SummaryView } from './interviews.dto.js';
import { type InterviewLine, InterviewRepository } from './interviews.repository.js';
import { levelTitle } from './level-title.js';
import { RecordingRepository } from './recordings/recording.repository.js';
import { recordingView } from './recordings/recordings.js';
import { invitedView } from './invited/invited-view.js';
import { TakeRepository } from './recordings/take.repository.js';
import { Takes } from './recordings/takes.js';
import { readScore, showScore } from './scoring/rubric.js';

type Question = InterviewView['questions'][number];
type Spoken = Pick<Question, 'takes' | 'retakesLeft' | 'take' | 'recording'>;

/** An interview as its owner sees it, whole or as a line of a list. */
@Injectable()
export class InterviewViews {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly bank: QuestionBank,
    private readonly takes: Takes,
    private readonly takeRows: TakeRepository,
    private readonly recordings: RecordingRepository,
  ) {}

  /** 404 when it is not the caller's. */
  async getMine(tx: Tx, candidateId: string, id: string): Promise<InterviewView> {
    const interview = await this.interviews.getMine(tx, candidateId, id);
    const questions = await this.answers.asked(tx, id);
    const { roleId, roleTitle, state, mode, answerKind, jobDescription, goals } = interview;
    const spoken = await this.spoken(tx, interview);
    return {
      id,
      roleTitle,
      levelTitle: levelTitle(interview.levelId),
      state,
      mode,
      answerKind,
      retakes: this.takes.retakesLeft(interview, 0),
      keeps: await this.takes.keeps(tx, candidateId, id),
      questionSet: { id: roleId, title: this.bank.role(roleId)?.title ?? roleTitle },
      jobDescription,
      goals,
      drill: this.drill(interview.competencyId),
      answerKinds: interview.answerKinds,
      recordingOffered: this.takes.offered(interview),
      judgedBy: interview.judgedBy,
      invited: invitedView(interview, await this.interviews.delayedUntil(tx, interview)),
      broughtFrom: interview.broughtFrom,
      startedAt: interview.startedAt.toISOString(),
      submittedAt: interview.submittedAt?.toISOString() ?? null,
      kept: interview.kept,
      expiresAt: interview.expiresAt?.toISOString() ?? null,
      questions: questions.map((asked) => ({ ...question(asked), ...spoken(asked.position) })),
      progress: { scored: await this.answers.countScores(tx, interview.runId), total: questions.filter(({ follows }) => follows === null).length },
    };
  }

  line(line: InterviewLine): SummaryView {
    const { id, roleTitle, state, questionCount, answeredCount, nextPosition, delayedUntil } = line;
    return {
      id,
      roleTitle,
      levelTitle: levelTitle(line.levelId),
      state,
      questionCount,
      answeredCount,
      nextPosition,
      drill: this.drill(line.competencyId),
      invited: invitedView(line, delayedUntil),
      broughtFrom: line.broughtFrom,
      score: line.overall === null || delayedUntil ? null : showScore(readScore(line.overall)),
      startedAt: line.startedAt.toISOString(),
      submittedAt: line.submittedAt?.toISOString() ?? null,
      expiresAt: line.expiresAt?.toISOString() ?? null,
    };
  }

  /** How often each question was spoken, and what is kept of the last time. */
  private async spoken(tx: Tx, interview: Interview): Promise<(position: number) => Spoken> {
    const [newest, kept] = [await this.takeRows.newest(tx, interview.id), await this.recordings.ofInterview(tx, interview.id)];
    return (position) => {
      const [last, recording] = [newest.find((take) => take.position === position), kept.find((one) => one.position === position)];
      const takes = last?.number ?? 0;
      return {
        takes,
        retakesLeft: this.takes.retakesLeft(interview, takes),
        take: last && !last.thrownAway ? { takeId: last.id, number: last.number, kind: last.kind } : null,
        recording: recording ? recordingView(recording) : null,
      };
    };
  }

  private drill(competencyId: string | null): SummaryView['drill'] {
    return competencyId === null ? null : { id: competencyId, title: this.bank.competencyTitle(competencyId) };
  }
}

function question({ position, follows, takesUp, text, wordedBy, kind, competencies, thinkSeconds, answerSeconds, answer }: AskedQuestion): Omit<Question, keyof Spoken> {
  return {
    position,
    follows,
    takesUp,
    text,
    wordedBy,
    kind: kind as Question['kind'],
    competencies,
    thinkSeconds,
    answerSeconds,
    answer: answer && { text: answer.text, revision: answer.revision, savedAt: new Date(answer.savedAt).toISOString(), kind: answer.kind, transcriber: answer.transcriber },
  };
}
