import { Injectable } from '@nestjs/common';
import { AppError, newId, notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { type Incident, type IncidentFacts, IncidentRepository } from './incident.repository.js';

const PAGE = 20;

/** Whether the supervisory authority was told: when and under which reference, or why not. */
export type AuthorityDecision = { readonly toldAt: Date; readonly reference: string } | { readonly because: string };

/** The register of what went wrong with personal data (GDPR article 33(5)). Each change is in the audit log, without its words. */
@Injectable()
export class Incidents {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** The newest first. `next` is the `before` of the page that follows. */
  async page(before: string | null): Promise<{ incidents: Incident[]; next: string | null }> {
    const found = await this.incidents.list(this.db.alone, before, PAGE + 1);
    const incidents = found.slice(0, PAGE);
    return { incidents, next: found.length > PAGE ? (incidents.at(-1)?.id ?? null) : null };
  }

  async get(id: string): Promise<Incident> {
    return found(await this.incidents.find(this.db.alone, id));
  }

  /** The 72 hours run from `knownAt`. AppError `privacy.not_yet` when something is said to have been in the future. */
  open(operatorId: string, facts: IncidentFacts, knownAt: Date): Promise<Incident> {
    return this.db.transaction(async (tx) => {
      await this.refuseFuture(tx, { ...momentsOf(facts), knownAt });
      const id = newId();
      await this.incidents.insert(tx, id, facts, knownAt);
      return this.noted(tx, operatorId, id, 'privacy.incident_opened');
    });
  }

  amend(operatorId: string, id: string, facts: IncidentFacts): Promise<Incident> {
    return this.change(operatorId, id, 'privacy.incident_amended', async (tx) => {
      await this.refuseFuture(tx, momentsOf(facts));
      await this.incidents.amend(tx, id, facts);
    });
  }

  decideAuthority(operatorId: string, id: string, decision: AuthorityDecision): Promise<Incident> {
    return this.change(operatorId, id, 'privacy.incident_authority_decided', async (tx, { knownAt }) => {
      if ('because' in decision) return this.incidents.decideAuthority(tx, id, { toldAt: null, reference: null, because: decision.because });
      await this.refuseFuture(tx, { toldAt: decision.toldAt });
      if (decision.toldAt < knownAt) throw new AppError('privacy.told_too_early', 422, 'The authority cannot have been told before it was known here. Nothing was stored.', { fields: { toldAt: 'Enter a moment after it was known.' } });
      return this.incidents.decideAuthority(tx, id, { ...decision, because: null });
    });
  }

  /** AppErrors `privacy.authority_open` until it is decided whether the authority is told, `privacy.people_open` until people are told or a reason says why not. */
  close(operatorId: string, id: string, prevention: string, notToldBecause: string | null): Promise<Incident> {
    return this.change(operatorId, id, 'privacy.incident_closed', async (tx, { authorityToldAt, authorityNotToldBecause, mailsBegunAt, waiting }) => {
      if (authorityToldAt === null && authorityNotToldBecause === null) throw new AppError('privacy.authority_open', 409, 'Write down first that the authority was told, or why not. Nothing was changed.');
      if (mailsBegunAt !== null && waiting > 0) throw new AppError('privacy.people_open', 409, 'Mails still go out to the people it touched. Close it when the last one is written. Nothing was changed.');
      if (mailsBegunAt === null && notToldBecause === null) {
        throw new AppError('privacy.people_open', 409, 'Nobody was told yet. Send the mails first, or say why nobody has to be told. Nothing was changed.', { fields: { notToldBecause: 'Say why nobody is told.' } });
      }
      await this.incidents.close(tx, id, prevention, mailsBegunAt === null ? notToldBecause : null);
    });
  }

  /** Changes an open incident; AppError `privacy.incident_is_closed`. */
  async change(operatorId: string, id: string, action: string, changing: (tx: Tx, incident: Incident) => Promise<Record<string, string | number> | void>): Promise<Incident> {
    return this.db.transaction(async (tx) => {
      const incident = found(await this.incidents.hold(tx, id));
      if (incident.closedAt !== null) throw new AppError('privacy.incident_is_closed', 409, 'This incident is closed. Nothing was changed.');
      const detail = await changing(tx, incident);
      return this.noted(tx, operatorId, id, action, detail ?? {});
    });
  }

  /** What was done with an incident, in the audit log. */
  async note(tx: Tx, operatorId: string, id: string, action: string, detail: Record<string, string | number>): Promise<void> {
    await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action, subject: { kind: 'incident', id }, detail });
  }

  private async noted(tx: Tx, operatorId: string, id: string, action: string, detail: Record<string, string | number> = {}): Promise<Incident> {
    await this.note(tx, operatorId, id, action, detail);
    return found(await this.incidents.find(tx, id));
  }

  private async refuseFuture(tx: Tx, moments: Record<string, Date>): Promise<void> {
    const now = await this.clock.now(tx);
    const late = Object.keys(moments).filter((name) => (moments[name]?.getTime() ?? 0) > now.getTime());
    if (late.length === 0) return;
    throw new AppError('privacy.not_yet', 422, 'That is in the future. Nothing was stored.', { fields: Object.fromEntries(late.map((name) => [name, 'Enter a moment that has passed.'])) });
  }
}

function found(incident: Incident | null): Incident {
  if (!incident) throw notFound();
  return incident;
}

function momentsOf({ beganAt, endedAt }: IncidentFacts): Record<string, Date> {
  return { ...(beganAt === null ? {} : { beganAt }), ...(endedAt === null ? {} : { endedAt }) };
}
