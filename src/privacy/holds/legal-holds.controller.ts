import { Body, Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { type Actor, For, Id, Me, SignedIn, View } from '../../platform/http/index.js';
import { HoldSecrets } from './hold-secrets.js';
import { asHold, asMine, becauseBody, endOf, holdBody, type HoldBody, holdsQuery, holdsView, type HoldsView, holdView, type HoldView, myHoldsView, type MyHoldsView, orderOf, prolongationBody, type ProlongationBody } from './holds.dto.js';
import { heldParts, LegalHolds } from './legal-holds.js';

/** What is kept because law, tax or a dispute asks for it: for whoever answers for it, and for the person it is about. */
@Controller()
export class LegalHoldsController {
  constructor(
    private readonly holds: LegalHolds,
    private readonly secrets: HoldSecrets,
  ) {}

  @Get('api/operations/legal-holds')
  @For('operator')
  @View(holdsView)
  async legalHolds(@Me() actor: Actor, @Query({ schema: holdsQuery }) { before }: { before?: string }): Promise<HoldsView> {
    const { holds, next } = await this.holds.page(actor.id, before ?? null);
    return { holds: holds.map(asHold), parts: heldParts(), next };
  }

  @Post('api/operations/legal-holds')
  @For('operator')
  @HttpCode(201)
  @View(holdView, 201)
  async placeLegalHold(@Me() actor: Actor, @Body({ schema: holdBody }) body: HoldBody): Promise<HoldView> {
    return asHold(await this.holds.place(actor.id, orderOf(body)));
  }

  @Post('api/operations/legal-holds/:id/end')
  @For('operator')
  @HttpCode(200)
  @View(holdView)
  async endLegalHold(@Me() actor: Actor, @Id() id: string): Promise<HoldView> {
    return asHold(await this.holds.end(actor.id, id));
  }

  /** The law forbids for longer to tell the person. */
  @Post('api/operations/legal-holds/:id/secret')
  @For('operator')
  @HttpCode(200)
  @View(holdView)
  async prolongSecret(@Me() actor: Actor, @Id() id: string, @Body({ schema: prolongationBody }) { secretUntil, because }: ProlongationBody): Promise<HoldView> {
    return asHold(await this.secrets.prolong(actor.id, id, endOf(secretUntil), because));
  }

  /** By POST: whoever opens it says why. */
  @Post('api/operations/legal-holds/:id/file')
  @For('operator')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async openLegalHold(@Me() actor: Actor, @Id() id: string, @Body({ schema: becauseBody }) { because }: { because: string }): Promise<StreamableFile> {
    const { stream, bytes } = await this.holds.open(actor.id, id, because);
    return new StreamableFile(stream, { type: 'application/zip', length: bytes, disposition: 'attachment; filename="legal-hold.zip"' });
  }

  @Get('api/privacy/legal-holds')
  @SignedIn()
  @View(myHoldsView)
  async myLegalHolds(@Me() { id }: Actor): Promise<MyHoldsView> {
    return { holds: (await this.holds.listMine(id)).map(asMine) };
  }
}
