import { Body, Controller, Get, Put, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { type z } from 'zod';
import { Billing, billingShapes, type Payer } from '../../payments/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { PaperPress } from '../../platform/paper/index.js';
import { Seats } from '../organisations/seats.js';

const { detailsBody, detailsView } = billingShapes;

type Details = z.infer<typeof detailsView>;

/** Invoices of an organisation, and what stands on them. */
@Controller('api/organisation/billing')
export class OrganisationPapersController {
  constructor(
    private readonly billing: Billing,
    private readonly press: PaperPress,
    private readonly seats: Seats,
    private readonly db: Database,
  ) {}

  @Get('details')
  @For('recruiter')
  @View(detailsView)
  async organisationBillingDetails(@Me() actor: Actor): Promise<Details> {
    return this.billing.details(await this.payer(actor));
  }

  /** With nothing in it, what was there is deleted. */
  @Put('details')
  @For('recruiter')
  @View(detailsView)
  async saveOrganisationBillingDetails(@Me() actor: Actor, @Body({ schema: detailsBody }) details: z.infer<typeof detailsBody>): Promise<Details> {
    return this.billing.keepDetails(await this.payer(actor), details);
  }

  @Get('invoices/:id')
  @For('recruiter')
  @ApiProduces('application/pdf')
  async organisationInvoice(@Me() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    const paper = await this.billing.invoice(await this.payer(actor), id);
    return new StreamableFile(await this.press.set(actor.id, paper.draw), { type: 'application/pdf', disposition: `attachment; filename="${paper.number}.pdf"` });
  }

  private async payer({ id }: Actor): Promise<Payer> {
    const { organisationId } = await this.seats.paying(this.db.alone, id);
    return { organisationId };
  }
}
