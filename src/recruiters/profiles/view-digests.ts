import { Injectable } from '@nestjs/common';
import { type DisclosureLine, DisclosureLog } from '../../consent/index.js';
import { Notifications } from '../../notifications/index.js';
import { type Tx } from '../../platform/db/index.js';
import { named } from '../organisations/named.js';
import { type ViewedWeek, ViewDigestRepository } from './view-digests.repository.js';
import { fieldInWords, type SeenBy, viewedWeekMail } from './viewed-week.mail.js';

const WEEK_MS = 7 * 86_400_000;
/** Of what is in the disclosure log; whom somebody let have their address they know already. */
const LOOKS: readonly string[] = ['profile', 'export'];

/** Writes to people who looked at them, once about each week. */
@Injectable()
export class ViewDigests {
  constructor(
    private readonly weeks: ViewDigestRepository,
    private readonly disclosures: DisclosureLog,
    private readonly notifications: Notifications,
  ) {}

  /** Does nothing when the week was told of before. */
  async tell(tx: Tx, viewed: ViewedWeek): Promise<void> {
    if (!(await this.weeks.take(tx, viewed))) return;
    const from = new Date(`${viewed.week}T00:00:00Z`);
    const lines = await this.disclosures.since(tx, viewed.candidateId, from);
    const seenBy = byOrganisation(lines.filter(({ at, what }) => LOOKS.includes(what) && at.getTime() < from.getTime() + WEEK_MS));
    if (seenBy.length === 0) return;
    await this.notifications.deliver(tx, { accountId: viewed.candidateId, category: 'profile_views', mail: viewedWeekMail(viewed.week, seenBy) });
  }
}

/** In the order in which they first looked. */
function byOrganisation(lines: readonly DisclosureLine[]): SeenBy[] {
  const of = Map.groupBy(lines, ({ recipientId }) => recipientId);
  return [...of.values()].map((some) => ({
    organisation: some.slice(-1).map(({ recipientName: name, recipientDomain: domain, isDomainVerified }) => named({ name, domain, isDomainVerified })).join(''),
    clients: [...new Set(some.flatMap(({ clientName }) => clientName ?? []))],
    fields: [...new Set(some.flatMap(({ fields }) => fields))].sort().map(fieldInWords),
  }));
}
