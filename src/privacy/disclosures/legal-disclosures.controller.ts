import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Actor, For, Me, SignedIn, View } from '../../platform/http/index.js';
import { asLegalDisclosure, asMine, disclosedOf, legalDisclosureBody, type LegalDisclosureBody, legalDisclosuresQuery, legalDisclosuresView, type LegalDisclosuresView, legalDisclosureView, type LegalDisclosureView, myLegalDisclosuresView, type MyLegalDisclosuresView } from './disclosures.dto.js';
import { LegalDisclosures } from './legal-disclosures.js';

/** What was given to authorities: for whoever writes it down, and for the person it is about. */
@Controller()
export class LegalDisclosuresController {
  constructor(private readonly disclosures: LegalDisclosures) {}

  @Get('api/operations/legal-disclosures')
  @For('operator')
  @View(legalDisclosuresView)
  async legalDisclosures(@Me() actor: Actor, @Query({ schema: legalDisclosuresQuery }) { before }: { before?: string }): Promise<LegalDisclosuresView> {
    const { disclosures, next } = await this.disclosures.page(actor.id, before ?? null);
    return { disclosures: disclosures.map(asLegalDisclosure), next };
  }

  @Post('api/operations/legal-disclosures')
  @For('operator')
  @HttpCode(201)
  @View(legalDisclosureView, 201)
  async recordLegalDisclosure(@Me() actor: Actor, @Body({ schema: legalDisclosureBody }) body: LegalDisclosureBody): Promise<LegalDisclosureView> {
    return asLegalDisclosure(await this.disclosures.record(actor.id, disclosedOf(body)));
  }

  @Get('api/privacy/legal-disclosures')
  @SignedIn()
  @View(myLegalDisclosuresView)
  async myLegalDisclosures(@Me() { id }: Actor): Promise<MyLegalDisclosuresView> {
    return { disclosures: (await this.disclosures.listMine(id)).map(asMine) };
  }
}
