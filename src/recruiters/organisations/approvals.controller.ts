import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { OrganisationApproval } from './organisation-approval.js';
import { OrganisationRegister } from './organisation-register.js';
import { decisionBody, type DecisionBody, organisationsQuery, type OrganisationsQuery, organisationsView, type OrganisationsView } from './organisations.dto.js';

/** Organisations as an operator decides about them. */
@Controller('api/operations/organisations')
export class ApprovalsController {
  constructor(
    private readonly register: OrganisationRegister,
    private readonly approval: OrganisationApproval,
    private readonly db: Database,
  ) {}

  @Get()
  @For('operator')
  @View(organisationsView)
  operatorOrganisations(@Query({ schema: organisationsQuery }) asked: OrganisationsQuery): Promise<OrganisationsView> {
    return this.register.page(this.db.alone, asked);
  }

  @Post(':id/decisions')
  @For('operator')
  @HttpCode(204)
  async decideOrganisation(@Me() actor: Actor, @Id() id: string, @Body({ schema: decisionBody }) { decision, reason }: DecisionBody): Promise<void> {
    await this.db.transaction((tx) => this.approval.decide(tx, actor.id, id, decision, reason === '' ? null : reason));
  }
}
