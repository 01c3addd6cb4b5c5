import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me } from '../../platform/http/index.js';
import { PaperPress } from '../../platform/paper/index.js';
import { Customers } from '../entitlements/customers.js';
import { Invoices } from './invoices.js';

/** Papers of what one paid for oneself. */
@Controller('api/billing/invoices')
export class InvoicesController {
  constructor(
    private readonly invoices: Invoices,
    private readonly customers: Customers,
    private readonly press: PaperPress,
    private readonly db: Database,
  ) {}

  @Get(':id')
  @For('candidate')
  @ApiProduces('application/pdf')
  async myInvoice(@Me() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    const paper = await this.db.transaction(async (tx) => this.invoices.paper(tx, await this.customers.find(tx, { accountId: actor.id }), id));
    return new StreamableFile(await this.press.set(actor.id, paper.draw), { type: 'application/pdf', disposition: `attachment; filename="${paper.number}.pdf"` });
  }
}
