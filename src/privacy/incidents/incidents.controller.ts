import { Body, Controller, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { IncidentReport } from './incident-report.js';
import {
  asIncident, authorityBody, type AuthorityBody, closingBody, type ClosingBody, decisionOf, factsBody, type FactsBody, factsOf, incidentBody, type IncidentBody, incidentsQuery, incidentsView, type IncidentsView,
  incidentView, type IncidentView,
} from './incidents.dto.js';
import { Incidents } from './incidents.js';

/** What went wrong with personal data, for whoever has to answer for it. */
@Controller('api/operations/incidents')
export class IncidentsController {
  constructor(
    private readonly incidents: Incidents,
    private readonly report: IncidentReport,
  ) {}

  @Get()
  @For('operator')
  @View(incidentsView)
  async listIncidents(@Query({ schema: incidentsQuery }) { before }: { before?: string }): Promise<IncidentsView> {
    const { incidents, next } = await this.incidents.page(before ?? null);
    return { incidents: incidents.map(asIncident), next };
  }

  @Post()
  @For('operator')
  @HttpCode(201)
  @View(incidentView, 201)
  async openIncident(@Me() actor: Actor, @Body({ schema: incidentBody }) { knownAt, ...facts }: IncidentBody): Promise<IncidentView> {
    return asIncident(await this.incidents.open(actor.id, factsOf(facts), new Date(knownAt)));
  }

  @Get(':id')
  @For('operator')
  @View(incidentView)
  async readIncident(@Id() id: string): Promise<IncidentView> {
    return asIncident(await this.incidents.get(id));
  }

  @Put(':id')
  @For('operator')
  @View(incidentView)
  async amendIncident(@Me() actor: Actor, @Id() id: string, @Body({ schema: factsBody }) facts: FactsBody): Promise<IncidentView> {
    return asIncident(await this.incidents.amend(actor.id, id, factsOf(facts)));
  }

  @Put(':id/authority')
  @For('operator')
  @View(incidentView)
  async decideAuthority(@Me() actor: Actor, @Id() id: string, @Body({ schema: authorityBody }) body: AuthorityBody): Promise<IncidentView> {
    return asIncident(await this.incidents.decideAuthority(actor.id, id, decisionOf(body)));
  }

  @Post(':id/closing')
  @For('operator')
  @HttpCode(200)
  @View(incidentView)
  async closeIncident(@Me() actor: Actor, @Id() id: string, @Body({ schema: closingBody }) { prevention, notToldBecause }: ClosingBody): Promise<IncidentView> {
    return asIncident(await this.incidents.close(actor.id, id, prevention, notToldBecause ?? null));
  }

  @Get(':id/report')
  @For('operator')
  @ApiProduces('text/csv')
  async incidentReport(@Me() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.report.file(actor.id, id)), { type: 'text/csv; charset=utf-8; header=absent', disposition: 'attachment; filename="incident.csv"' });
  }
}
