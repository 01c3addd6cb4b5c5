import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, RateLimiter, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { AgencyClients } from './agency-clients.js';
import { OrganisationDesk } from './organisation-desk.js';
import { asOrganisation, clientBody, type ClientBody, organisationView, type OrganisationView } from './organisations.dto.js';
import { type Seat, Seats } from './seats.js';

const DAY = 86_400;

/** Whom an agency hires for. */
@Controller('api/organisation/clients')
export class ClientsController {
  constructor(
    private readonly clients: AgencyClients,
    private readonly desk: OrganisationDesk,
    private readonly seats: Seats,
    private readonly db: Database,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  @Post()
  @For('recruiter')
  @View(organisationView, 201)
  async addClient(@Me() actor: Actor, @Body({ schema: clientBody }) client: ClientBody): Promise<OrganisationView> {
    await this.limiter.take({ key: `organisation-clients:${actor.id}`, limit: this.policy.values.limits.rates.clientsPerDay, seconds: DAY });
    return this.change(actor, (tx, seat) => this.clients.add(tx, seat, client));
  }

  @Delete(':id')
  @For('recruiter')
  @HttpCode(200)
  @View(organisationView)
  removeClient(@Me() actor: Actor, @Id() id: string): Promise<OrganisationView> {
    return this.change(actor, (tx, seat) => this.clients.remove(tx, seat, id));
  }

  private change(actor: Actor, work: (tx: Tx, seat: Seat) => Promise<void>): Promise<OrganisationView> {
    return this.db.transaction(async (tx) => {
      const seat = await this.seats.deciding(tx, actor.id);
      await work(tx, seat);
      return asOrganisation(await this.desk.look(tx, seat), seat.roles);
    });
  }
}
