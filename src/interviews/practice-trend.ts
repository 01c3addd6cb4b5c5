import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { AnswerRepository, type JudgedInterview } from './answers.repository.js';
import { QuestionBank } from './bank/question-bank.js';
import { levelTitle } from './level-title.js';
import { type TrendView } from './practice.dto.js';
import { competencyScores, leftOut } from './scored-answer.js';
import { approximately, competencyScore, type ExactScore, isBelow, showScore } from './scoring/rubric.js';

/** More than these make a line nobody reads. */
const MOST_INTERVIEWS = 24;
/** One bad day makes nobody weak at something. */
const RECENT = 3;

interface Measured {
  readonly interview: JudgedInterview;
  readonly score: ExactScore;
  /** Everything about it was skipped. */
  readonly isLeftOut: boolean;
}

/** How somebody fares over their interviews, competency by competency, and which one to practise next. */
@Injectable()
export class PracticeTrend {
  constructor(
    private readonly answers: AnswerRepository,
    private readonly bank: QuestionBank,
  ) {}

  async ofMine(tx: Tx, candidateId: string): Promise<TrendView> {
    const byCompetency = measurements(await this.answers.history(tx, candidateId, MOST_INTERVIEWS));
    const competencies = [...byCompetency].map(([id, measured]) => ({
      id,
      title: this.bank.competencyTitle(id),
      points: measured.map(({ interview, score }) => ({ interviewId: interview.id, submittedAt: interview.submittedAt.toISOString(), shown: showScore(score), value: approximately(score) })),
    }));
    return { competencies: competencies.sort((a, b) => a.title.localeCompare(b.title, 'en')), weakest: this.weakest(byCompetency) };
  }

  /** The lowest mean over the last few interviews in which it was answered, among what can still be drilled. */
  private weakest(byCompetency: ReadonlyMap<string, readonly Measured[]>): TrendView['weakest'] {
    const recent = [...byCompetency].flatMap(([id, measured]) => {
      const last = measured.filter(({ isLeftOut }) => !isLeftOut).slice(-RECENT);
      const [latest] = last.slice(-1);
      const mean = competencyScore(last.map(({ score }) => score));
      return latest && mean && this.canBeDrilled(id, latest.interview) ? [{ id, mean, from: last.length, roleId: latest.interview.roleId, levelId: latest.interview.levelId }] : [];
    });
    const [first, ...others] = recent;
    if (!first) return null;
    const { id, mean, from, roleId, levelId } = others.reduce((low, each) => (isBelow(each.mean, low.mean) ? each : low), first);
    return {
      id, title: this.bank.competencyTitle(id), shown: showScore(mean), interviews: from,
      roleId, roleTitle: this.bank.role(roleId)?.title ?? roleId, levelId, levelTitle: levelTitle(levelId),
    };
  }

  private canBeDrilled(competencyId: string, { roleId, levelId }: JudgedInterview): boolean {
    return this.bank.questionsFor(roleId, levelId).some(({ competencies }) => competencies.includes(competencyId));
  }
}

function measurements(interviews: readonly JudgedInterview[]): Map<string, Measured[]> {
  const byCompetency = new Map<string, Measured[]>();
  for (const interview of interviews) {
    const skipped = leftOut(interview.answers);
    for (const [id, score] of Object.entries(competencyScores(interview.answers))) {
      byCompetency.set(id, [...(byCompetency.get(id) ?? []), { interview, score, isLeftOut: skipped.has(id) }]);
    }
  }
  return byCompetency;
}
