import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Put } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Actor, Me, Public, RateLimiter, SignedIn, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { asObjections, asSaleChoice, objectable, objectionsView, type ObjectionsView, privacySignalView, type PrivacySignalView, saleChoiceBody, saleChoiceView, type SaleChoiceView } from './choices.dto.js';
import { type Objection } from './objection.repository.js';
import { Objections } from './objections.js';
import { SaleOptOut, saysGpc } from './sale-opt-out.js';

const HOUR = 3600;

/** What people decide about the use of their data: objections, and not to be sold or shared. */
@Controller()
export class ChoicesController {
  constructor(
    private readonly objections: Objections,
    private readonly sale: SaleOptOut,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  @Get('api/objections')
  @SignedIn()
  @View(objectionsView)
  async myObjections(@Me() { id }: Actor): Promise<ObjectionsView> {
    return asObjections(await this.objections.list(id));
  }

  @Put('api/objections/:purpose')
  @SignedIn()
  @View(objectionsView)
  async objectTo(@Me() { id }: Actor, @Param('purpose') purpose: string): Promise<ObjectionsView> {
    await this.objections.raise(id, known(purpose));
    return asObjections(await this.objections.list(id));
  }

  @Delete('api/objections/:purpose')
  @SignedIn()
  @HttpCode(200)
  @View(objectionsView)
  async liftObjection(@Me() { id }: Actor, @Param('purpose') purpose: string): Promise<ObjectionsView> {
    await this.limiter.take({ key: `objection-lifted:${id}`, limit: this.policy.values.limits.rates.objectionsLiftedPerHour, seconds: HOUR });
    await this.objections.lift(id, known(purpose));
    return asObjections(await this.objections.list(id));
  }

  @Get('api/privacy-signal')
  @Public()
  @View(privacySignalView)
  privacySignal(@Headers('sec-gpc') header: string | undefined): PrivacySignalView {
    return { sale: this.policy.values.sale, gpc: saysGpc(header) };
  }

  @Get('api/sale-opt-out')
  @SignedIn()
  @View(saleChoiceView)
  async mySaleChoice(@Me() { id }: Actor, @Headers('sec-gpc') header: string | undefined): Promise<SaleChoiceView> {
    return asSaleChoice(await this.sale.look(id, saysGpc(header)), saysGpc(header));
  }

  @Put('api/sale-opt-out')
  @SignedIn()
  @View(saleChoiceView)
  async chooseSale(@Me() { id }: Actor, @Body({ schema: saleChoiceBody }) { optedOut }: { optedOut: boolean }, @Headers('sec-gpc') header: string | undefined): Promise<SaleChoiceView> {
    return asSaleChoice(await this.sale.choose(id, optedOut, saysGpc(header)), saysGpc(header));
  }

  /** Where programs look whether a site honours the signal (Global Privacy Control specification, section 4). */
  @Get('.well-known/gpc.json')
  @Public()
  gpcSupport(): { gpc: true; lastUpdate: string } {
    return { gpc: true, lastUpdate: this.policy.values.version };
  }
}

function known(purpose: string): Objection['purpose'] {
  const found = objectable.safeParse(purpose);
  if (!found.success) throw notFound();
  return found.data;
}
