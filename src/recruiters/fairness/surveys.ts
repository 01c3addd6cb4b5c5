import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConsentDesk, type ConsentAct, ConsentGate, type Consented } from '../../consent/index.js';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { answeredAlready, nothingToCount } from './fairness.errors.js';
import { type SelfDescription, SurveyRepository } from './survey.repository.js';

/** A yes to being counted, as far as the person who gives it says how; the words are those of the notice. */
export type Answering = Pick<ConsentAct, 'subjectId' | 'noticeVersion' | 'eventId' | 'network' | 'agent'>;

/** The questions of the check for fairness, as the person sees them who is asked. Nothing here tells what somebody answered. */
@Injectable()
export class Surveys implements OnModuleInit {
  constructor(
    private readonly survey: SurveyRepository,
    private readonly consents: ConsentDesk,
    private readonly gate: ConsentGate,
    private readonly policy: Policy,
  ) {}

  onModuleInit(): void {
    this.consents.precede('demographic_survey', async (tx, subjectId, scope) => void (await this.mustCount(tx, { subjectId, scope })));
    this.consents.nameScopes('demographic_survey', (tx, candidateId, scopes) => this.survey.names(tx, candidateId, scopes));
  }

  /** Whether there is anything to be counted for, and whether it was answered. 404 for what is not one's own, or not handed in. */
  async state(tx: Tx, candidateId: string, invitationId: string): Promise<{ isAnswered: boolean; until: Date }> {
    const until = await this.survey.countableUntil(tx, candidateId, invitationId);
    if (!until) throw notFound();
    return { isAnswered: await this.survey.isAnswered(tx, candidateId, invitationId), until };
  }

  /** Consent and answer are one step. 404 for another's invitation; AppErrors of `ConsentDesk.give`, `recruiters.nothing_to_count`, `recruiters.survey_answered`. */
  async answer(tx: Tx, invitationId: string, act: Answering, said: SelfDescription): Promise<void> {
    if (!(await this.survey.isMine(tx, act.subjectId, invitationId))) throw notFound();
    const { control } = this.policy.values.purposes.demographic_survey;
    await this.consents.give(tx, { ...act, purpose: 'demographic_survey', scope: invitationId, wording: control, locale: 'en', how: 'switch', where: `/invited/${invitationId}` });
    const consented = await this.gate.require(tx, act.subjectId, 'demographic_survey', invitationId);
    if (!(await this.survey.add(tx, consented, said, await this.mustCount(tx, consented)))) throw answeredAlready();
  }

  private async mustCount(tx: Tx, { subjectId, scope }: Pick<Consented<'demographic_survey'>, 'subjectId' | 'scope'>): Promise<Date> {
    const until = await this.survey.countableUntil(tx, subjectId, scope);
    if (!until) throw nothingToCount();
    return until;
  }
}
