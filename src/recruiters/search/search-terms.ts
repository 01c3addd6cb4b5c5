import { Injectable } from '@nestjs/common';
import { SkillIndex } from '../../candidates/index.js';
import { InterviewScores } from '../../interviews/index.js';
import { type Seat } from '../organisations/seats.js';
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
  ) {}

  /** What is asked from a seat at a moment. */
  sought({ blockTokens }: Seat, query: SavedQuery, now: Date): Sought {
    const numbers = (named: readonly string[] = []): number[] => named.map((name) => skillNumber(this.skills.named(name)));
    return { query, blockTokens, now, allSkills: numbers(query.allSkills), anySkills: numbers(query.anySkills) };
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
