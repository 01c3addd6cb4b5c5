import { Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { type Affected, AffectedPeople } from './affected-people.js';
import { IncidentPersonRepository } from './incident-person.repository.js';
import { type Incident, IncidentRepository, type ToldWords } from './incident.repository.js';
import { Incidents } from './incidents.js';
import { tellIncident } from './incidents.jobs.js';

/** The people an incident touched: counted, written down, and told. */
@Injectable()
export class IncidentPeople {
  constructor(
    private readonly incidents: Incidents,
    private readonly register: IncidentRepository,
    private readonly people: IncidentPersonRepository,
    private readonly affected: AffectedPeople,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  /** How many a question finds, and how many of them are not in the incident yet. Nothing is changed; that somebody asked is written down. */
  async count(operatorId: string, id: string, wanted: Affected): Promise<{ people: number; added: number }> {
    await this.incidents.get(id);
    return this.db.transaction(async (tx) => {
      const found = await this.affected.find(tx, wanted);
      const counted = { people: found.length, added: found.length - (await this.people.among(tx, id, found)) };
      await this.incidents.note(tx, operatorId, id, 'privacy.incident_people_counted', { by: wanted.by, ...counted });
      return counted;
    });
  }

  /** Adds whom a question finds; whoever is added after the mails went out is mailed the same. */
  add(operatorId: string, id: string, wanted: Affected): Promise<Incident> {
    return this.incidents.change(operatorId, id, 'privacy.incident_people_added', async (tx, { mailsBegunAt }) => {
      const count = await this.people.add(tx, id, await this.affected.find(tx, wanted));
      if (mailsBegunAt !== null && count > 0) await this.outbox.enqueue(tx, tellIncident, { incidentId: id });
      return { by: wanted.by, count };
    });
  }

  /** Begins to mail everybody in it. AppErrors `privacy.nobody_touched`, `privacy.told_before`: what people are told is written once. */
  tell(operatorId: string, id: string, words: ToldWords): Promise<Incident> {
    return this.incidents.change(operatorId, id, 'privacy.incident_mails_begun', async (tx, { mailsBegunAt, waiting }) => {
      if (mailsBegunAt !== null) throw new AppError('privacy.told_before', 409, 'The mails about this incident went out before. Nothing more was sent.');
      if (waiting === 0) throw new AppError('privacy.nobody_touched', 409, 'Nobody is in this incident yet. Add the people it touched first. Nothing was sent.');
      await this.register.beginMails(tx, id, words);
      await this.outbox.enqueue(tx, tellIncident, { incidentId: id });
      return { people: waiting };
    });
  }
}
