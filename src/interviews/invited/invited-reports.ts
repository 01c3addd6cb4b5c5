import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { answerView, type GivenInAll } from '../answer-view.js';
import { AnswerRepository, type AskedQuestion, FOLLOW_UP_PLACE } from '../answers.repository.js';
import { QuestionBank } from '../bank/question-bank.js';
import { JudgedParts } from '../judged-parts.js';
import { levelTitle } from '../level-title.js';
import { Replays } from '../recordings/replays.js';
import { competencyScores, type ScoredAnswer } from '../scored-answer.js';
import { asDecimal, readScore } from '../scoring/rubric.js';
import { FactsRepository } from './facts.repository.js';
import { type AnswerFacts, type InvitedReport } from './invited.dto.js';
import { InvitedRepository } from './invited.repository.js';
import { described } from './invited-questions.js';
import { questionOf } from './question-of.js';

const NO_FACTS: AnswerFacts = { timesLeft: 0, pastes: 0, pastedCharacters: 0, retakes: 0, sameRecording: 0, sameWords: null };
/** What a report says while nothing of it is scored, or for those who may not see scores yet. */
const UNSCORED = { scoredAt: null, evaluator: null, rubric: null, second: null, review: null, overall: null, competencies: [] };

/** Scores as decimals with three places, cut off: `'7.421'`; `overall` is null when an answer could not be scored. */
export interface InvitedScores {
  readonly overall: string | null;
  /** By id of the competency. */
  readonly competencies: Readonly<Record<string, string>>;
}

type Said = InvitedReport['answers'][number];

/** An invited interview as the organisation reads it: what was said, what it is judged by, and the scores where there are some. */
@Injectable()
export class InvitedReports {
  constructor(
    private readonly invited: InvitedRepository,
    private readonly answers: AnswerRepository,
    private readonly facts: FactsRepository,
    private readonly judged: JudgedParts,
    private readonly replays: Replays,
    private readonly bank: QuestionBank,
  ) {}

  /** 404 unless it is the interview of this consent and was handed in. Without `scores` as if nobody had scored it. */
  async read(tx: Tx, consented: Consented<'invited_result'>, interviewId: string, scores: boolean): Promise<InvitedReport> {
    const interview = await this.invited.getShared(tx, consented, interviewId);
    const { id, roleTitle, levelId, state, judgedBy, submittedAt } = interview;
    // While it is being scored, nothing of that is shown.
    const isScored = scores && interview.scoredAt !== null;
    const answers = await this.answers.withScores(tx, id, isScored ? interview.runId : null);
    return {
      interviewId: id, roleTitle, levelTitle: levelTitle(levelId), state, judgedBy, submittedAt: submittedAt.toISOString(),
      ...(isScored ? await this.judged.of(tx, interview, answers) : UNSCORED),
      answers: await this.said(tx, id, answers),
    };
  }

  /** Of those that have a verdict, by id. */
  async scores(tx: Tx, interviewIds: readonly string[]): Promise<ReadonlyMap<string, InvitedScores>> {
    const scores = new Map<string, InvitedScores>();
    const scored = await this.invited.scored(tx, interviewIds);
    const judged = await this.answers.judgedIn(tx, scored.map(({ runId }) => runId));
    for (const { id, runId, overall } of scored) {
      const competencies = Object.entries(competencyScores(judged.get(runId) ?? []));
      scores.set(id, { overall: overall === null ? null : asDecimal(readScore(overall)), competencies: Object.fromEntries(competencies.map(([competency, score]) => [competency, asDecimal(score)])) });
    }
    return scores;
  }

  private async said(tx: Tx, id: string, answers: readonly ScoredAnswer[]): Promise<Said[]> {
    const given = await this.replays.ofInterview(tx, id);
    const facts = await this.facts.ofInterview(tx, id);
    const asked = new Map((await this.answers.asked(tx, id)).map((question) => [question.position, question]));
    return answers.flatMap((answer): Said[] => {
      const question = asked.get(answer.position);
      if (!question) return [];
      const inAll = { answer: given.get(answer.position) ?? null, followUp: given.get(answer.position + FOLLOW_UP_PLACE) ?? null };
      return [this.one(question, answer, inAll, facts.get(answer.position) ?? NO_FACTS)];
    });
  }

  private one(asked: AskedQuestion, answer: ScoredAnswer, inAll: GivenInAll, facts: AnswerFacts): Said {
    // Later attempts are practice, and what to do better is for whoever was interviewed.
    const { position, question, kind, given, text, followUp, state, message, shown, criteria, points } = answerView(answer, inAll);
    const whole = questionOf(this.bank, asked);
    return {
      position, question, kind, given, text, followUp, state, message, shown, criteria, points, facts,
      questionId: asked.questionId,
      competencies: asked.competencies.map((id) => ({ id, title: this.bank.competencyTitle(id) })),
      expected: whole ? [...described(this.bank, whole).points] : [],
      anchors: whole?.anchors ?? null,
    };
  }
}
