import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { IncidentPeople } from './incident-people.js';
import { affectedBody, type AffectedBody, affectedOf, affectedView, type AffectedView, asIncident, incidentView, type IncidentView, toldBody, type ToldBody } from './incidents.dto.js';

/** The people an incident touched. */
@Controller('api/operations/incidents/:id')
export class IncidentPeopleController {
  constructor(private readonly people: IncidentPeople) {}

  @Post('people/count')
  @For('operator')
  @HttpCode(200)
  @View(affectedView)
  countAffected(@Me() actor: Actor, @Id() id: string, @Body({ schema: affectedBody }) body: AffectedBody): Promise<AffectedView> {
    return this.people.count(actor.id, id, affectedOf(body));
  }

  @Post('people')
  @For('operator')
  @HttpCode(200)
  @View(incidentView)
  async addAffected(@Me() actor: Actor, @Id() id: string, @Body({ schema: affectedBody }) body: AffectedBody): Promise<IncidentView> {
    return asIncident(await this.people.add(actor.id, id, affectedOf(body)));
  }

  /** Mails everybody in it, each once. */
  @Post('mails')
  @For('operator')
  @HttpCode(202)
  @View(incidentView, 202)
  async tellAffected(@Me() actor: Actor, @Id() id: string, @Body({ schema: toldBody }) words: ToldBody): Promise<IncidentView> {
    return asIncident(await this.people.tell(actor.id, id, words));
  }
}
