import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { ConsentGate, DisclosureLog } from '../../consent/index.js';
import { InvitedInterviews } from '../../interviews/index.js';
import { hashToken } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ClientLinkRepository, type OpenLink, type ShownResult } from './client-link.repository.js';
import { clientLinkOver } from './client-links.errors.js';
import { ResultScores } from './result-scores.js';
import { type SharedPerson, sharedPerson } from './shared-person.js';

const HOUR = 3600;

/** What somebody at a client reads by a link, written down for each person in it and for whoever made the link. */
@Injectable()
export class ClientReading {
  constructor(
    private readonly links: ClientLinkRepository,
    private readonly gate: ConsentGate,
    private readonly invited: InvitedInterviews,
    private readonly scores: ResultScores,
    private readonly contacts: AccountContacts,
    private readonly disclosures: DisclosureLog,
  ) {}

  /** AppError `recruiters.client_link_over` for whatever keeps a link from working. People who took their consent back, or are hidden, are not there. */
  async read(tx: Tx, token: string): Promise<{ link: OpenLink; people: SharedPerson[] }> {
    const link = await this.links.findOpen(tx, hashToken(token));
    if (!link) throw clientLinkOver();
    const people: SharedPerson[] = [];
    for (const shown of await this.links.shown(tx, link.id)) {
      const person = await this.show(tx, link, shown);
      if (person) people.push(person);
    }
    return { link, people };
  }

  private async show(tx: Tx, link: OpenLink, { invitationId, candidateId, interviewId }: ShownResult): Promise<SharedPerson | null> {
    const passing = await this.gate.find(tx, candidateId, 'client_sharing', invitationId);
    const consented = await this.gate.find(tx, candidateId, 'invited_result', invitationId);
    const contact = await this.contacts.find(tx, candidateId);
    if (!passing || !consented || !contact) return null;
    const report = await this.invited.report(tx, consented, interviewId);
    await this.links.noteOpening(tx, link.id, invitationId);
    await this.disclosures.note(tx, {
      subjectId: candidateId, purpose: 'client_sharing', what: 'client_link', fields: ['name', 'answers', 'scores'], actorId: null, clientName: link.clientName, matter: invitationId,
      recipientId: link.organisationId, recipientName: link.organisationName, recipientDomain: link.domain, isDomainVerified: link.isDomainVerified,
    });
    return sharedPerson(contact.name, report, await this.scores.standing(tx, invitationId, report));
  }
}

/** Keeps links from being read out, or guessed, by a program: so often in an hour from one network. */
@Injectable()
export class ClientReadingRate {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  /** AppError `http.too_many_requests` beyond the policy's `clientLinkOpeningsPerHour`. */
  take(ip: string): Promise<void> {
    return this.limiter.take({ key: `client links opened:${RateLimiter.networkOf(ip)}`, limit: this.policy.values.limits.rates.clientLinkOpeningsPerHour, seconds: HOUR });
  }
}
