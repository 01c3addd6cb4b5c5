import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { billingShapes, Entitlements } from '../../payments/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me } from '../../platform/http/index.js';
import { OrganisationRepository } from '../organisations/organisation.repository.js';

/** Invited interviews that the operator gives an organisation: to make up for something, or to let it try. */
@Controller('api/operations/organisations/:id/gifts')
export class OrganisationGiftsController {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly entitlements: Entitlements,
    private readonly audit: AuditLog,
    private readonly db: Database,
  ) {}

  @Post()
  @For('operator')
  @HttpCode(204)
  async giveToOrganisation(@Me() actor: Actor, @Id() organisationId: string, @Body({ schema: billingShapes.giftBody }) { count, because }: { count: number; because: string }): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await this.organisations.find(tx, organisationId))) throw notFound();
      await this.entitlements.give(tx, { organisationId }, 'invited_interview', count, { because });
      await this.audit.append(tx, { actor: { kind: 'account', id: actor.id }, action: 'payments.gift_given', subject: { kind: 'organisation', id: organisationId }, detail: { unit: 'invited_interview', count } });
    });
  }
}
