import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { Config } from '../../platform/config/index.js';
import { type Actor, Id, Me, Public, SignedIn } from '../../platform/http/index.js';
import { PaperPress } from '../../platform/paper/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ReceiptKeys } from './receipt-keys.js';
import { receiptPdf } from './receipt-pdf.js';
import { Receipts } from './receipts.js';

const KEYS = '.well-known/jwks.json';

/** Receipts to take home, and the key to check them with. */
@Controller()
export class ReceiptsController {
  constructor(
    private readonly receipts: Receipts,
    private readonly keys: ReceiptKeys,
    private readonly press: PaperPress,
    private readonly policy: Policy,
    private readonly config: Config,
  ) {}

  @Get('api/consents/receipts/:id')
  @SignedIn()
  @ApiProduces('application/ld+json')
  async consentReceipt(@Me() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    const { document } = await this.receipts.get(actor.id, id);
    return new StreamableFile(Buffer.from(JSON.stringify(document, null, 2)), { type: 'application/ld+json; charset=utf-8', disposition: `attachment; filename="consent-receipt-${id}.jsonld"` });
  }

  @Get('api/consents/receipts/:id/pdf')
  @SignedIn()
  @ApiProduces('application/pdf')
  async consentReceiptPdf(@Me() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    const receipt = await this.receipts.get(actor.id, id);
    const file = await this.press.set(actor.id, () => receiptPdf(receipt, this.policy.values.operator, `${this.config.settings.PUBLIC_URL}/${KEYS}`));
    return new StreamableFile(file, { type: 'application/pdf', disposition: `attachment; filename="consent-receipt-${id}.pdf"` });
  }

  @Get(KEYS)
  @Public()
  @ApiProduces('application/json')
  async receiptKeys(): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(JSON.stringify(await this.keys.published())), { type: 'application/json; charset=utf-8' });
  }
}
