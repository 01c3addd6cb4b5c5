import { Injectable } from '@nestjs/common';
import { csvRecord } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { IncidentPersonRepository } from './incident-person.repository.js';
import { type Incident } from './incident.repository.js';
import { Incidents } from './incidents.js';

/** Everything written down of an incident, for whoever has to be shown it: the authority above all (GDPR article 33(5)). */
@Injectable()
export class IncidentReport {
  constructor(
    private readonly incidents: Incidents,
    private readonly people: IncidentPersonRepository,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** A CSV of what and when, and of each person by a reference that means nothing elsewhere. That it was fetched is in the audit log. */
  async file(operatorId: string, id: string): Promise<string> {
    const incident = await this.incidents.get(id);
    return this.db.transaction(async (tx) => {
      const people = await this.people.list(tx, id);
      await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'privacy.incident_report_read', subject: { kind: 'incident', id } });
      return [
        ...linesOf(incident).map(([name, value]) => csvRecord([name, value instanceof Date ? value.toISOString() : String(value ?? '')])),
        csvRecord(['Person', 'State', 'Added', 'Told or left out']),
        ...people.map(({ ref, state, addedAt, toldAt }) => csvRecord([ref, state.replace('_', ' '), addedAt.toISOString(), toldAt?.toISOString() ?? ''])),
      ].join('');
    });
  }
}

function linesOf(incident: Incident): (readonly [string, string | number | Date | null])[] {
  return [
    ['Incident', incident.id], ['What happened', incident.what], ['Kinds of data', incident.data],
    ['Began', incident.beganAt], ['Ended', incident.endedAt], ['Known here', incident.knownAt], ['Written down', incident.openedAt],
    ['Authority to be told by', incident.notifyBy], ['Authority told', incident.authorityToldAt], ['Reference of the authority', incident.authorityReference], ['Authority not told because', incident.authorityNotToldBecause],
    ['People', incident.waiting + incident.sent + incident.leftOut], ['People mailed', incident.sent], ['People who could not be mailed', incident.leftOut], ['People still to be mailed', incident.waiting],
    ['Mails began', incident.mailsBegunAt], ['Said to people: what happened', incident.told?.what ?? null], ['Said to people: what it means', incident.told?.meaning ?? null], ['Said to people: what we do', incident.told?.measures ?? null],
    ['People not told because', incident.peopleNotToldBecause], ['What prevents it', incident.prevention], ['Closed', incident.closedAt],
  ];
}
