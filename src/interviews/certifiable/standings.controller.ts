import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { AnswerRepository } from '../answers.repository.js';
import { QuestionBank } from '../bank/question-bank.js';
import { standing, type Standing, unseenView, type UnseenView } from './certifiable.dto.js';
import { Standings } from './standings.js';

const standingView = standing.meta({ id: 'CertificateStanding' });
const chosen = z.object({ roleId: z.string().max(100), levelId: z.string().max(100) });

/** What stands between an interview and a certificate, before it is begun and after it is scored. */
@Controller('api')
export class StandingsController {
  constructor(
    private readonly standings: Standings,
    private readonly answers: AnswerRepository,
    private readonly bank: QuestionBank,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  @Get('interviews/:id/standing')
  @For('candidate')
  @View(standingView)
  certificateStanding(@Me() actor: Actor, @Id() id: string): Promise<Standing> {
    return this.standings.ofMine(this.db.alone, actor.id, id);
  }

  @Get('practice/unseen-questions')
  @For('candidate')
  @View(unseenView)
  async unseenQuestions(@Me() actor: Actor, @Query({ schema: chosen }) { roleId, levelId }: z.infer<typeof chosen>): Promise<UnseenView> {
    const shown = await this.answers.outlinesShown(this.db.alone, actor.id);
    const all = this.bank.questionsFor(roleId, levelId);
    return { unseen: all.filter(({ id }) => !shown.has(id)).length, all: all.length, needed: this.policy.values.certificate.minQuestions };
  }
}
