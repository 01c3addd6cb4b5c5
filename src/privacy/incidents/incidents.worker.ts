import { Injectable } from '@nestjs/common';
import { type JobContext, OnJob } from '../../platform/jobs/index.js';
import { IncidentMailing } from './incident-mailing.js';
import { sweepIncidents, tellIncident } from './incidents.jobs.js';

@Injectable()
export class IncidentsWorker {
  constructor(private readonly mailing: IncidentMailing) {}

  @OnJob(tellIncident)
  async tell({ incidentId }: { incidentId: string }, { signal }: JobContext): Promise<void> {
    await this.mailing.goOn(incidentId, signal);
  }

  @OnJob(sweepIncidents)
  async sweep(): Promise<void> {
    await this.mailing.resume();
  }
}
