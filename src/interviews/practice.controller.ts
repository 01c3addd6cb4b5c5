import { Controller, Get } from '@nestjs/common';
import { CandidateResumes } from '../candidates/index.js';
import { Database } from '../platform/db/index.js';
import { type Actor, For, Me, Public, View } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { QuestionBank } from './bank/question-bank.js';
import { suggestRole } from './bank/suggest-role.js';
import { Evaluators } from './evaluators.js';
import { scoringView, type ScoringView, suggestionView, type SuggestionView, trendView, type TrendView } from './practice.dto.js';
import { PracticeTrend } from './practice-trend.js';

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

  @Get('scoring')
  @Public()
  @View(scoringView)
  scoringCard(): ScoringView {
    return { ...this.evaluators.card(), certificateAbove: this.policy.values.certificate.scoreAbove };
  }
}
