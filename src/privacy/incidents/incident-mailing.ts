import { Injectable, Logger } from '@nestjs/common';
import { Database, isOfDatabase, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { IncidentMails } from './incident-mails.js';
import { IncidentPersonRepository, type PersonTurn } from './incident-person.repository.js';
import { type Incident, IncidentRepository } from './incident.repository.js';
import { tellIncident } from './incidents.jobs.js';

/** With the pause after it 20 mails a second: what somebody waits for, such as a link to sign in, gets past. */
const BATCH = 100;
const PAUSE_SECONDS = 5;

/** Hands the mails about an incident over, person by person: each is written in the commit that says so. */
@Injectable()
export class IncidentMailing {
  private readonly logger = new Logger('incidents');

  constructor(
    private readonly incidents: IncidentRepository,
    private readonly people: IncidentPersonRepository,
    private readonly mails: IncidentMails,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  /** One batch; the next one is a job of its own. */
  async goOn(incidentId: string, signal: AbortSignal): Promise<void> {
    const incident = await this.incidents.find(this.db.alone, incidentId);
    if (!incident) return;
    for (let turns = 0; turns < BATCH; turns += 1) {
      if (signal.aborted || !(await this.db.transaction((tx) => this.takeTurn(tx, incident)))) return;
    }
    await this.outbox.enqueue(this.db.alone, tellIncident, { incidentId }, { afterSeconds: PAUSE_SECONDS });
  }

  /** Has mails go on whose job was given up or lost, and reminds of clocks that run out. */
  async resume(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const incidentId of await this.incidents.stuck(tx)) await this.outbox.enqueue(tx, tellIncident, { incidentId });
      for (const running of await this.incidents.running(tx)) await this.mails.clockRunsOut(tx, running);
    });
    await this.incidents.deleteExpired(this.db.alone);
  }

  /** False when nobody is left. */
  private async takeTurn(tx: Tx, incident: Incident): Promise<boolean> {
    const turn = await this.people.takeTurn(tx, incident.id);
    if (!turn) return false;
    await this.people.settle(tx, incident.id, turn.ref, (await this.write(tx, incident, turn)) ? 'sent' : 'left_out');
    return true;
  }

  /** Somebody whose mail cannot be written does not keep those after them waiting. Of what went wrong only the kind is told: the rest may name the address. */
  private async write(tx: Tx, incident: Incident, { ref, accountId }: PersonTurn): Promise<boolean> {
    if (accountId === null) return false;
    try {
      return await this.mails.toPerson(tx, incident, accountId);
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      this.logger.warn(`The mail about incident ${incident.id} could not be written to ${ref} (${error instanceof Error ? error.name : typeof error}); they are left out`);
      return false;
    }
  }
}
