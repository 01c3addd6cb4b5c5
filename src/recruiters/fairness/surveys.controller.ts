import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { surveyBody, type SurveyBody, surveyView, type SurveyView } from './fairness.dto.js';
import { Surveys } from './surveys.js';

/** As much of a request as the record of a consent needs. */
interface Asking {
  readonly ip: string;
  readonly headers: { readonly 'user-agent'?: string };
}

/** The questions of the check for fairness: answered once, and read by nobody, not even by whoever answered. */
@Controller('api/invitations/mine/:id/survey')
export class SurveysController {
  constructor(
    private readonly surveys: Surveys,
    private readonly db: Database,
  ) {}

  @Get()
  @For('candidate')
  @View(surveyView)
  async fairnessSurvey(@Me() actor: Actor, @Id() id: string): Promise<SurveyView> {
    const { isAnswered, until } = await this.db.transaction((tx) => this.surveys.state(tx, actor.id, id));
    return { isAnswered, until: until.toISOString() };
  }

  @Post()
  @For('candidate')
  @HttpCode(204)
  async answerFairnessSurvey(@Me() actor: Actor, @Id() id: string, @Body({ schema: surveyBody }) { sex, race, ...act }: SurveyBody, @Req() { ip, headers }: Asking): Promise<void> {
    const caller = { network: ip, agent: headers['user-agent'] ?? '' };
    await this.db.transaction((tx) => this.surveys.answer(tx, id, { ...act, ...caller, subjectId: actor.id }, { sex, race }));
  }
}
