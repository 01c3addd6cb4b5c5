import { Injectable } from '@nestjs/common';
import { InterviewScores } from '../../interviews/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type TalentRow } from '../talent/listed-talent.js';
import { type CardView } from './search.dto.js';
import { shownScore } from './shown-score.js';

/** A listed person as recruiters read about them. */
@Injectable()
export class TalentCards {
  constructor(
    private readonly interviews: InterviewScores,
    private readonly policy: Policy,
  ) {}

  /** `first`: skills that were asked for. */
  of(row: TalentRow, first: readonly string[] = []): CardView {
    const has = (field: string): boolean => row.fields.includes(field);
    return {
      talentId: row.talentId,
      alias: row.alias,
      headline: row.headline,
      role: row.roleTitle === null ? null : { id: row.roleId, title: row.roleTitle },
      level: row.levelId === null ? null : { id: row.levelId, title: this.interviews.levelTitle(row.levelId) },
      skills: [...row.skills].sort((a, b) => Number(first.includes(b)) - Number(first.includes(a))),
      place: row.place,
      country: row.country,
      remote: row.remote as CardView['remote'],
      languages: has('languages') ? [...row.languages] : null,
      availability: row.availability as CardView['availability'],
      scores: this.scores(row),
      certificate: this.certificate(row),
      listedAt: row.listedAt.toISOString(),
    };
  }

  levelTitle(id: string): string {
    return this.interviews.levelTitle(id);
  }

  private certificate({ certificate }: TalentRow): CardView['certificate'] {
    if (!certificate) return null;
    const { role, score, validUntil, slug } = certificate;
    return { role, score: shownScore(score, this.policy.values.certificate.scoreAbove), validUntil, path: slug && `/c/${slug}` };
  }

  private scores({ scores }: TalentRow): CardView['scores'] {
    if (!scores) return null;
    const competencies = Object.entries(scores.competencies).map(([id, score]) => ({ id, title: this.interviews.competencyTitle(id), score: Number(score) }));
    return {
      overall: shownScore(scores.overall, this.policy.values.certificate.scoreAbove),
      evaluator: scores.evaluator,
      expiresAt: scores.expiresAt,
      competencies: competencies.sort((a, b) => b.score - a.score || a.title.localeCompare(b.title, 'en')),
    };
  }
}
