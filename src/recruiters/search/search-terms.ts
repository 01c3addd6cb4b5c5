import { Injectable } from '@nestjs/common';
import { SkillIndex } from '../../candidates/index.js';
import { InterviewScores } from '../../interviews/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { skillNumber } from '../talent/skill-number.js';
import { floorsOf, type Sought } from './conditions.js';
import { type SavedQuery } from './search.dto.js';
import { unknownCompetency } from './search.errors.js';

/** Reads what somebody searches for: every way to write a skill is the same skill. */
@Injectable()
export class SearchTerms {
  constructor(
    private readonly skills: SkillIndex,
    private readonly interviews: InterviewScores,
    private readonly clock: Clock,
  ) {}

  async sought(tx: Tx, { blockTokens }: Pick<Sought, 'blockTokens'>, query: SavedQuery): Promise<Sought> {
    const numbers = (named: readonly string[] = []): number[] => named.map((name) => skillNumber(this.skills.named(name)));
    return { query, blockTokens, now: await this.clock.now(tx), allSkills: numbers(query.allSkills), anySkills: numbers(query.anySkills) };
  }

  /** AppError `recruiters.unknown_competency` for a floor of something that nobody is scored in. */
  requireKnown(query: SavedQuery): void {
    const unknown = floorsOf(query).find(([competency]) => !this.interviews.hasCompetency(competency));
    if (unknown) throw unknownCompetency(unknown[0]);
  }

  /** The skills of a search as profiles name them. */
  skillNames({ allSkills = [], anySkills = [] }: SavedQuery): string[] {
    return [...allSkills, ...anySkills].map((name) => this.skills.named(name).name);
  }
}
