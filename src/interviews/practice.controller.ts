import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { CandidateResumes } from '../candidates/index.js';
import { Database } from '../platform/db/index.js';
import { type Actor, For, Me, Public, View } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { GENERAL, QuestionBank } from './bank/question-bank.js';
import { nearestRoles, suggestRole } from './bank/suggest-role.js';
import { Evaluators } from './evaluators.js';
import { questionSetsView, type QuestionSetsView, scoringView, type ScoringView, suggestionView, type SuggestionView, trendView, type TrendView } from './practice.dto.js';
import { PracticeTrend } from './practice-trend.js';
import { roleView } from './role-view.js';

/** What helps to practise: where to begin, how one fares, and how answers are scored. */
@Controller('api')
export class PracticeController {
  constructor(
    private readonly trend: PracticeTrend,
    private readonly resumes: CandidateResumes,
    private readonly bank: QuestionBank,
    private readonly evaluators: Evaluators,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  @Get('practice/trend')
  @For('candidate')
  @View(trendView)
  practiceTrend(@Me() actor: Actor): Promise<TrendView> {
    return this.trend.ofMine(this.db.alone, actor.id);
  }

  @Get('practice/suggestion')
  @For('candidate')
  @View(suggestionView)
  async practiceSuggestion(@Me() actor: Actor): Promise<SuggestionView> {
    const facts = await this.resumes.findMine(this.db.alone, actor.id);
    const skills = await this.resumes.skillsOf(this.db.alone, actor.id);
    return { suggestion: suggestRole(this.bank, { skills, titles: facts?.titles ?? [], years: facts?.years ?? null }) };
  }

  @Get('practice/roles')
  @For('candidate')
  @View(questionSetsView)
  questionSets(@Query({ schema: z.object({ named: z.string().max(120) }) }) { named }: { named: string }): QuestionSetsView {
    const near = nearestRoles(this.bank, named);
    return { sets: (near.length > 0 ? near : [this.bank.general]).map((role) => ({ ...roleView(this.bank, role), isGeneral: role.id === GENERAL })) };
  }

  @Get('scoring')
  @Public()
  @View(scoringView)
  scoringCard(): ScoringView {
    return { ...this.evaluators.card(), certificateAbove: this.policy.values.certificate.scoreAbove };
  }
}
