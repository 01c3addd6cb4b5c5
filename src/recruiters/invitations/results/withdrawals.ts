import { Injectable } from '@nestjs/common';
import { endScopes } from '../../../consent/index.js';
import { isId } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { allowableUntil } from '../ended-because.js';
import { InvitationEnding } from '../invitation-ending.js';
import { InvitationNotices, type TeamNews } from '../mails/invitation-notices.js';

/** What follows when somebody shares their interview no more: it is set aside, and the organisation hears that something is gone. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly ending: InvitationEnding,
    private readonly notices: InvitationNotices,
    private readonly policy: Policy,
  ) {}

  /** Nothing follows where the invitation goes on. Of what the organisation ended itself, or what ended with its time, it is not told. */
  async follow(tx: Tx, invitationId: string, because: string): Promise<void> {
    if (!isId(invitationId)) return;
    const [gone] = await tx.query<(TeamNews & { isInTime: boolean; until: Date })[]>(
      `select i.id, i.organisation_id as "organisationId", i.template_id as "templateId", v.job_title as "jobTitle", i.ended_at as at, i.expires_at > clock.now() as "isInTime",
         ${allowableUntil(this.policy.periodOf('invitations').iso)} as until
       from recruiters.invitation i join recruiters.template_version v on v.id = i.template_version_id where i.id = $1 and i.state = 'withdrawn'`, [invitationId]);
    if (!gone) return;
    // It may have been allowed in the moment in which the other ended.
    await endScopes(tx, ['client_sharing'], [invitationId], 'recruiters');
    await this.ending.setAside(tx, invitationId);
    if (gone.isInTime && because !== 'expired') await (because === 'invalidated' ? this.notices.askedAnew(tx, gone) : this.notices.withdrawn(tx, gone));
  }

  /** Whoever reads an interview still hears that it goes to the client no more; what ended with the rest is told of with that. */
  async followSharing(tx: Tx, invitationId: string, because: string, endingId: string): Promise<void> {
    if (!isId(invitationId) || because === 'terminated') return;
    const [kept] = await tx.query<(TeamNews & { clientName: string })[]>(
      `select i.id, i.organisation_id as "organisationId", i.template_id as "templateId", v.job_title as "jobTitle", v.client_name as "clientName", clock.now() as at
       from recruiters.invitation i join recruiters.template_version v on v.id = i.template_version_id and v.client_name is not null
       join recruiters.report_access a on a.invitation_id = i.id and a.ends_at > clock.now() and a.grant_expires_at > clock.now() where i.id = $1`, [invitationId]);
    if (kept) await this.notices.notPassedOn(tx, kept, endingId);
  }
}
