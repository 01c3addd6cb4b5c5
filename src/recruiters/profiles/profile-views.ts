import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { tooManyProfiles } from './profiles.errors.js';
import { ViewDigestRepository } from './view-digests.repository.js';

/** Somebody of an organisation is about to see a listed person, for a client or for no client in particular. */
export interface ProfileLook {
  readonly viewerId: string;
  readonly organisationId: string;
  readonly talentId: string;
  readonly what: 'profile' | 'export';
  readonly clientId: string | null;
  /** What is shown of the person, by field. */
  readonly fields: readonly string[];
}

/** What recruiters open: counted for a day, and told apart from the same look a moment ago. */
@Injectable()
export class ProfileViews {
  constructor(
    private readonly digests: ViewDigestRepository,
    private readonly policy: Policy,
  ) {}

  /**
   * True when the look must be recorded in the disclosure log, in this transaction; false when the same person saw the same
   * fields for the same organisation and client within the hour. AppError `recruiters.profiles_used_up` (429) beyond the policy's `profilesPerDay`.
   */
  async record(tx: Tx, look: ProfileLook): Promise<boolean> {
    // Looks of one person are counted one after the other, or two at once would both be the last that is allowed.
    await tx.query('select 1 from recruiters.member where account_id = $1 for no key update', [look.viewerId]);
    const rows = await tx.query<object[]>(
      `insert into recruiters.profile_view as v (viewer_id, organisation_id, talent_id, what, client_id, fields, seen_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, clock.now(), clock.now() + interval '1 day')
       on conflict (viewer_id, organisation_id, talent_id, what, client_id) do update
         set fields = excluded.fields, seen_at = excluded.seen_at, expires_at = excluded.expires_at
         where v.seen_at <= clock.now() - interval '1 hour' or v.fields <> excluded.fields
       returning 1`,
      [look.viewerId, look.organisationId, look.talentId, look.what, look.clientId, [...look.fields].sort()],
    );
    if (rows.length === 0) return false;
    await this.refuseBeyondTheDay(tx, look.viewerId);
    await this.digests.note(tx, look.talentId);
    return true;
  }

  /** What an organisation looked at of somebody, as the end of their listing deletes it: the next look is a new one. */
  async forget(tx: Tx, organisationId: string, candidateId: string): Promise<void> {
    await tx.query('delete from recruiters.profile_view v using recruiters.talent_listing l where l.talent_id = v.talent_id and v.organisation_id = $1 and l.candidate_id = $2', [organisationId, candidateId]);
  }

  /** Deletes those that are a day old. */
  async deleteExpired(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'recruiters.profile_view');
  }

  private async refuseBeyondTheDay(tx: Tx, viewerId: string): Promise<void> {
    const most = this.policy.values.limits.rates.profilesPerDay;
    const [day] = await tx.query<{ looks: number; wait: number }[]>(
      `select count(*)::int as looks, ceil(extract(epoch from min(expires_at) - clock.now()))::int as wait
       from recruiters.profile_view where viewer_id = $1 and expires_at > clock.now()`,
      [viewerId],
    );
    if (day && day.looks > most) throw tooManyProfiles(most, day.wait);
  }
}
