import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { AnswerRepository } from '../answers.repository.js';
import { QuestionBank } from '../bank/question-bank.js';
import { A_PERSON, isBuiltIn } from '../evaluations/run.js';
import { RunRepository } from '../evaluations/run.repository.js';
import { type Interview } from '../interview.entity.js';
import { InterviewRepository } from '../interviews.repository.js';
import { levelTitle } from '../level-title.js';
import { competencyScores, type ScoredAnswer } from '../scored-answer.js';
import { readScore, showScore } from '../scoring/rubric.js';
import { programOf, type Transcript, transcriptOf } from './transcripts.js';

/** What a certificate copies of its interview. Scores are decimals with two places, cut off, and a third where two would read as the mark. */
export interface CopiedFacts {
  roleTitle: string;
  /** Whose questions were asked, where the candidate calls the role by words of their own. */
  questionSet?: string;
  levelTitle: string;
  overall: string;
  /** The exact score as a fraction: `'376/50'`. */
  exact: string;
  mark: string;
  competencies: { title: string; score: string }[];
  /** How many were asked and scored. */
  questions: number;
  /** `person`: somebody decided about the score, beginning from what this evaluator said. */
  evaluator: { name: string; version: string; builtIn: boolean; person: boolean };
  rubric: string;
  transcripts: Transcript[];
  transcribers: string[];
  /** When it was handed in, as JSON has it. */
  takenAt: string;
}

/** Gathers what a certificate says of an interview, once it is scored. */
@Injectable()
export class CertificateMaterial {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly runs: RunRepository,
    private readonly bank: QuestionBank,
    private readonly policy: Policy,
  ) {}

  /** The caller's own scored practice, which nobody changes until `tx` ends; 404 for any other. */
  async hold(tx: Tx, candidateId: string, interviewId: string): Promise<{ interview: Interview; answers: ScoredAnswer[] }> {
    const interview = await this.interviews.getMineLocked(tx, candidateId, interviewId);
    if (interview.origin !== 'practice' || interview.state !== 'scored') throw notFound();
    return { interview, answers: await this.answers.withScores(tx, interviewId, interview.runId) };
  }

  async facts(tx: Tx, interview: Interview, answers: readonly ScoredAnswer[]): Promise<CopiedFacts> {
    const { id, roleId, roleTitle, levelId, overall, rubric, submittedAt } = interview;
    if (overall === null || rubric === null || submittedAt === null) throw new Error('A scored interview has no score');
    const mark = this.policy.values.certificate.scoreAbove;
    const set = this.bank.role(roleId)?.title;
    const written = await this.answers.told(tx, id);
    return {
      roleTitle, ...(set !== undefined && set !== roleTitle && { questionSet: set }), levelTitle: levelTitle(levelId), overall: showScore(readScore(overall), mark), exact: overall, mark,
      competencies: Object.entries(competencyScores(answers)).map(([competency, score]) => ({ title: this.bank.competencyTitle(competency), score: showScore(score, mark) })),
      questions: answers.filter(({ state }) => state === 'scored').length,
      evaluator: await this.evaluator(tx, interview),
      rubric,
      transcripts: [...new Set(written.map(transcriptOf))],
      transcribers: [...new Set(written.map(programOf).filter((program) => program !== null))],
      takenAt: submittedAt.toISOString(),
    };
  }

  private async evaluator(tx: Tx, { runId, evaluator, evaluatorVersion }: Interview): Promise<CopiedFacts['evaluator']> {
    const person = evaluator === A_PERSON.evaluator;
    const counting = person && runId ? await this.runs.find(tx, runId) : null;
    const began = counting?.basedOn ? await this.runs.find(tx, counting.basedOn) : null;
    const [name, version] = began ? [began.evaluator, began.evaluatorVersion] : [evaluator ?? '', evaluatorVersion ?? ''];
    return { name, version, builtIn: isBuiltIn(name), person };
  }
}
