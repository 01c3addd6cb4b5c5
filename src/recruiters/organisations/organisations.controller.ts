import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { RoleGrants, ThisBrowser } from '../../accounts/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Me, RateLimiter, SignedIn, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { OrganisationDesk } from './organisation-desk.js';
import { asOrganisation, correctionBody, type CorrectionBody, organisationBody, type OrganisationBody, organisationView, type OrganisationView } from './organisations.dto.js';
import { Seats } from './seats.js';

const DAY = 86_400;

/** The organisation one works for. */
@Controller('api')
export class OrganisationsController {
  constructor(
    private readonly desk: OrganisationDesk,
    private readonly seats: Seats,
    private readonly grants: RoleGrants,
    private readonly db: Database,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  @Post('organisations')
  @SignedIn()
  @View(organisationView, 201)
  async foundOrganisation(@Me() actor: Actor, @Body({ schema: organisationBody }) { clients, ...wish }: OrganisationBody, @ThisBrowser() browser: ThisBrowser): Promise<OrganisationView> {
    await this.limiter.take({ key: `organisations:${actor.id}`, limit: this.policy.values.limits.rates.organisationsPerDay, seconds: DAY });
    await this.grants.takeUp(browser, 'recruiter', (tx, accountId) => this.desk.found(tx, accountId, wish, clients));
    return this.organisation(actor);
  }

  @Get('organisation')
  @For('recruiter')
  @View(organisationView)
  async organisation(@Me() actor: Actor): Promise<OrganisationView> {
    const seat = await this.seats.of(this.db.alone, actor.id);
    return asOrganisation(await this.desk.look(this.db.alone, seat), seat.roles);
  }

  @Patch('organisation')
  @For('recruiter')
  @View(organisationView)
  async correctOrganisation(@Me() actor: Actor, @Body({ schema: correctionBody }) wish: CorrectionBody): Promise<OrganisationView> {
    await this.db.transaction(async (tx) => this.desk.correct(tx, await this.seats.deciding(tx, actor.id), wish));
    return this.organisation(actor);
  }
}
