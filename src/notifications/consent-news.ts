import { Injectable } from '@nestjs/common';
import { ConsentDesk, DisclosureLog } from '../consent/index.js';
import { Clock } from '../platform/clock/index.js';
import { type Tx } from '../platform/db/index.js';
import { Policy, type Purpose, purposesOfInvitation } from '../platform/policy/index.js';
import { Notifications } from './notifications.js';

/** Which consents this is about: those of one purpose, whomever they are for, are told of together. */
export interface ConsentMatter {
  readonly subjectId: string;
  readonly purpose: Purpose;
}

/** Where a consent is given, renewed and taken back: of what an organisation asked for, the list of consents has no switch once it has ended. */
const places: Partial<Record<Purpose, string>> = {
  discovery: '/visibility', discovery_contact: '/requests', ...Object.fromEntries(purposesOfInvitation.map((purpose) => [purpose, '/invited'])),
};
const placeOf = (purpose: Purpose): string => places[purpose] ?? '/consents';

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Tells people that something they allowed ends soon, or has ended without them. */
@Injectable()
export class ConsentNews {
  constructor(
    private readonly notifications: Notifications,
    private readonly consents: ConsentDesk,
    private readonly disclosures: DisclosureLog,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  async endsSoon(tx: Tx, matter: ConsentMatter, endsAt: Date): Promise<void> {
    const title = this.titleOf(matter);
    const names = await this.namesOf(tx, matter, await this.endingOn(tx, matter, endsAt));
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(endsAt);
    await this.tell(tx, matter, 'consent', endsAt, {
      kind: 'consent.ending',
      subject: `“${title}” ends on ${day}`,
      says: `You allowed this until ${day} (UTC): ${title}${names}. To let it go on, renew it with the same switch. If you do nothing, it ends by itself, and that is fine, too.`,
      label: 'Renew it, or let it end',
    });
  }

  async hasEnded(tx: Tx, matter: ConsentMatter, because: 'expired' | 'invalidated'): Promise<void> {
    const title = this.titleOf(matter);
    const today = await this.clock.now(tx);
    const scopes = await this.consents.scopesEnded(tx, matter.subjectId, matter.purpose, today);
    const names = await this.namesOf(tx, matter, [...scopes, ...(because === 'expired' ? await this.endingOn(tx, matter, today) : [])]);
    const said = {
      expired: { subject: `“${title}” has ended`, says: `The time you gave your consent for is over today: ${title}${names}. Nothing of it goes on. You can allow it again at any time.` },
      invalidated: {
        subject: `“${title}” waits for you: its text has changed`,
        says: `What we say about “${title}” has changed in a way that matters, so your consent to the old text has ended${names}, and nothing of it goes on. Read the new text and decide again.`,
      },
    }[because];
    await this.tell(tx, matter, because === 'invalidated' ? 'essential' : 'consent', today, { kind: `consent.${because}`, label: 'Read and decide', ...said });
  }

  private titleOf({ purpose }: ConsentMatter): string {
    return this.policy.values.purposes[purpose].title;
  }

  /** For whom consents of this purpose live that end on the day of a moment. */
  private async endingOn(tx: Tx, { subjectId, purpose }: ConsentMatter, on: Date): Promise<string[]> {
    const live = await this.consents.live(tx, subjectId);
    return live.flatMap((one) => (one.purpose === purpose && one.expiresAt !== null && dayOf(one.expiresAt) === dayOf(on) ? [one.scope] : []));
  }

  /** ", for Acme and Meridian"; the empty text when a consent is for nobody in particular. */
  private async namesOf(tx: Tx, { subjectId }: ConsentMatter, scopes: readonly string[]): Promise<string> {
    const names = new Set<string>();
    for (const scope of scopes) names.add(this.policy.processor(scope)?.name ?? (await this.disclosures.nameOf(tx, subjectId, scope)) ?? '');
    names.delete('');
    return names.size === 0 ? '' : `, for ${new Intl.ListFormat('en').format([...names].sort())}`;
  }

  /** Once for a purpose and a day. */
  private async tell(tx: Tx, { subjectId: accountId, purpose }: ConsentMatter, category: 'consent' | 'essential', on: Date, { kind, subject, says, label }: { kind: string; subject: string; says: string; label: string }): Promise<void> {
    const path = placeOf(purpose);
    const dedupe = `${accountId} ${purpose} ${dayOf(on)}`;
    await this.notifications.note(tx, { accountId, kind, title: subject, body: says, link: path, dedupe });
    await this.notifications.deliver(tx, { accountId, category, mail: { template: kind.replace('.', '-'), dedupe, subject, heading: subject, paragraphs: [says], action: { label, path } } });
  }
}
