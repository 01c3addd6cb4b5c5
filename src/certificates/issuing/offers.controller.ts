import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { draftView, offerView, type OfferView } from './issuing.dto.js';
import { Offers } from './offers.js';

/** What an interview has earned. */
@Controller('api/interviews/:id/certificate')
export class OffersController {
  constructor(
    private readonly offers: Offers,
    private readonly db: Database,
  ) {}

  @Get()
  @For('candidate')
  @View(offerView)
  certificateOffer(@Me() actor: Actor, @Id() id: string): Promise<OfferView> {
    return this.db.transaction((tx) => this.offers.read(tx, actor.id, id));
  }

  /** Takes up the offer: the certificate to choose name and video for. The same each time. */
  @Post()
  @For('candidate')
  @HttpCode(201)
  @View(draftView, 201)
  async draftCertificate(@Me() actor: Actor, @Id() id: string): Promise<{ id: string }> {
    return { id: await this.db.transaction((tx) => this.offers.make(tx, actor.id, id)) };
  }
}
