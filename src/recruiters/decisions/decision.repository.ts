import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { isHidden } from '../invitations/hidden-people.js';
import { type Appeal, type Decision, type DecisionHistory, type Outcome } from './decision.js';

/** An interview that somebody gave by invitation, as far as decisions need it. */
export interface DecidedAbout {
  readonly invitationId: string;
  readonly candidateId: string;
  readonly organisationId: string;
  readonly organisation: { readonly name: string; readonly domain: string; readonly isDomainVerified: boolean };
  readonly jobTitle: string;
  readonly clientName: string | null;
  /** Whether the organisation may still read it. */
  readonly isReadable: boolean;
}

/** What counts now. */
export interface LatestDecision {
  readonly outcome: Outcome;
  readonly decidedAt: Date;
  /** Whether an appeal against it waits for an answer. */
  readonly isAppealed: boolean;
}

const DECISION = 'id, invitation_id as "invitationId", outcome, reason, decided_by as "decidedBy", decided_at as "decidedAt", appeal_id as "appealId", by_the_same as "byTheSame"';
const APPEAL = 'a.id, a.decision_id as "decisionId", a.said, a.made_at as "madeAt", a.due_at as "dueAt", a.due_at <= clock.now() as "isOverdue"';
const ABOUT = `select i.id as "invitationId", i.candidate_id as "candidateId", i.organisation_id as "organisationId", v.job_title as "jobTitle", v.client_name as "clientName",
    jsonb_build_object('name', o.name, 'domain', o.domain, 'isDomainVerified', o.domain_verified_at is not null) as organisation,
    exists (select from recruiters.report_access a where a.invitation_id = i.id and a.submitted_at is not null and a.ends_at > clock.now()) as "isReadable"
  from recruiters.invitation i join recruiters.template_version v on v.id = i.template_version_id join recruiters.organisation o on o.id = i.organisation_id`;

/** Statements about decisions and appeals. */
@Injectable()
export class DecisionRepository {
  /** What an organisation decides about, locked: one decision is made after the other. Whoever calls has asked whether it may be read. */
  async lock(tx: Tx, invitationId: string): Promise<DecidedAbout | null> {
    const [about] = await tx.query<DecidedAbout[]>(`${ABOUT} where i.id = $1 and i.candidate_id is not null for update of i`, [invitationId]);
    return about ?? null;
  }

  /** The caller's own, as long as it is kept; locked when they are about to ask for something. */
  async findMine(tx: Tx, candidateId: string, invitationId: string, locked = false): Promise<DecidedAbout | null> {
    const [about] = await tx.query<DecidedAbout[]>(`${ABOUT} where i.id = $1 and i.candidate_id = $2 and i.expires_at > clock.now() ${locked ? 'for update of i' : ''}`, [invitationId, candidateId]);
    return about ?? null;
  }

  async history(tx: Tx, invitationId: string): Promise<DecisionHistory> {
    const decisions = await tx.query<Decision[]>(`select ${DECISION} from recruiters.decision where invitation_id = $1 order by decided_at desc, id desc`, [invitationId]);
    const appeals = await tx.query<Appeal[]>(`select ${APPEAL} from recruiters.appeal a join recruiters.decision d on d.id = a.decision_id where d.invitation_id = $1 order by a.made_at desc`, [invitationId]);
    return { decisions, appeals };
  }

  /** By invitation: what counts, and whether an appeal waits. */
  async latest(tx: Tx, invitationIds: readonly string[]): Promise<ReadonlyMap<string, LatestDecision>> {
    const rows = await tx.query<(LatestDecision & { id: string })[]>(
      `select distinct on (d.invitation_id) d.invitation_id as id, d.outcome, d.decided_at as "decidedAt",
         exists (select from recruiters.appeal a where a.decision_id = d.id and not exists (select from recruiters.decision n where n.appeal_id = a.id)) as "isAppealed"
       from recruiters.decision d where d.invitation_id = any ($1::uuid[]) order by d.invitation_id, d.decided_at desc, d.id desc`,
      [invitationIds],
    );
    return new Map(rows.map(({ id, ...latest }) => [id, latest]));
  }

  async insert(tx: Tx, { invitationId, candidateId }: DecidedAbout, { outcome, reason, decidedBy, appealId, byTheSame }: Pick<Decision, 'outcome' | 'reason' | 'decidedBy' | 'appealId' | 'byTheSame'>): Promise<string> {
    const id = newId();
    await tx.query(
      'insert into recruiters.decision (id, invitation_id, candidate_id, outcome, reason, decided_by, appeal_id, by_the_same) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, invitationId, candidateId, outcome, reason, decidedBy, appealId, byTheSame],
    );
    return id;
  }

  async insertAppeal(tx: Tx, decisionId: string, said: string, days: number): Promise<Appeal> {
    const [appeal] = await tx.query<Appeal[]>(
      `insert into recruiters.appeal as a (id, decision_id, said, due_at) values ($1, $2, $3, clock.now() + make_interval(days => $4)) returning ${APPEAL}`, [newId(), decisionId, said, days]);
    return appeal!;
  }

  /** Appeals of an organisation that wait for an answer and whose interview it may still read, the most urgent first. */
  openAppeals(tx: Tx, organisationId: string): Promise<(Appeal & { invitationId: string; jobTitle: string; name: string | null; decidedBy: string })[]> {
    return tx.query(
      `select ${APPEAL}, i.id as "invitationId", v.job_title as "jobTitle", coalesce(i.name, i.email) as name, d.decided_by as "decidedBy"
       from recruiters.appeal a join recruiters.decision d on d.id = a.decision_id join recruiters.invitation i on i.id = d.invitation_id join recruiters.template_version v on v.id = i.template_version_id
         join recruiters.report_access r on r.invitation_id = i.id and r.ends_at > clock.now() and not ${isHidden('r.candidate_id')}
       where i.organisation_id = $1 and not exists (select from recruiters.decision n where n.appeal_id = a.id) order by a.due_at, a.id limit 200`,
      [organisationId],
    );
  }

  /** Those of an organisation who may look at people and decide. */
  async deciders(tx: Tx, organisationId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`select account_id as id from recruiters.member where organisation_id = $1 and roles && array['owner', 'recruiter'] order by account_id`, [organisationId]);
    return rows.map(({ id }) => id);
  }
}
