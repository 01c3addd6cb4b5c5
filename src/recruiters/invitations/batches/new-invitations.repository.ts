import { Injectable } from '@nestjs/common';
import { type Tx } from '../../../platform/db/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { type Line } from './batch.repository.js';

/** Statements that make invitations out of the lines of a batch. */
@Injectable()
export class NewInvitationRepository {
  constructor(private readonly policy: Policy) {}

  /** For whom a batch invites; null when it may not, or may no longer. */
  async termsOf(tx: Tx, batchId: string): Promise<{ organisationId: string; templateId: string } | null> {
    const [row] = await tx.query<{ organisationId: string; templateId: string }[]>(
      `select b.organisation_id as "organisationId", t.id as "templateId" from recruiters.invitation_batch b
       join recruiters.organisation o on o.id = b.organisation_id and o.state = 'approved'
       join recruiters.template_version v on v.id = b.template_version_id join recruiters.template t on t.id = v.template_id and t.archived_at is null
       where b.id = $1`, [batchId]);
    return row ?? null;
  }

  /** The ids of those that are new; whoever waits for an answer to the same template already is left out. */
  async add(tx: Tx, batchId: string, people: readonly Line[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `insert into recruiters.invitation (id, organisation_id, template_id, template_version_id, sender_id, batch_id, message, email, name, deadline_at, expires_at)
       select p.id, b.organisation_id, v.template_id, v.id, b.sender_id, b.id, b.message, p.email, p.name, d.deadline, d.deadline + $3::interval
       from recruiters.invitation_batch b join recruiters.template_version v on v.id = b.template_version_id
       cross join lateral (select clock.now() + make_interval(days => (v.content->>'deadlineDays')::int) as deadline) d
       cross join jsonb_to_recordset($2::jsonb) as p (id uuid, email text, name text)
       where b.id = $1 order by p.email
       on conflict (template_id, email) where state in ('invited', 'opened', 'in_progress') do nothing returning id`,
      [batchId, JSON.stringify(people), this.policy.periodOf('invitations').iso],
    );
    return rows.map(({ id }) => id);
  }
}
