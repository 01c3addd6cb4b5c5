import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConsentDesk, type ConsentAct } from '../../consent/index.js';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { Objections } from '../../privacy/index.js';
import { ContactConsent } from './contact-consent.js';
import { ContactNotices } from './contact-notices.js';
import { type ReceivedRequest, type Refusal } from './contact-request.js';
import { nothingAsked, requestOver } from './contacts.errors.js';
import { type FollowUpTerms, ReceivedRequestRepository } from './received-requests.repository.js';

const PAGE = 50;

/** A yes, as far as the person who gives it says how; the words are those of the notice. */
export type Acceptance = Pick<ConsentAct, 'subjectId' | 'noticeVersion' | 'eventId' | 'network' | 'agent'>;

/** Requests as the person sees them who was asked. Saying yes is a consent, and nothing else says it. */
@Injectable()
export class ReceivedRequests implements OnModuleInit {
  constructor(
    private readonly requests: ReceivedRequestRepository,
    private readonly answer: ContactConsent,
    private readonly notices: ContactNotices,
    private readonly consents: ConsentDesk,
    private readonly objections: Objections,
    private readonly policy: Policy,
  ) {}

  onModuleInit(): void {
    this.consents.follow('discovery_contact', (tx, consented) => this.answer.show(tx, consented));
    this.consents.followEnd('discovery', (tx, candidateId) => this.takeBackAll(tx, candidateId));
    this.objections.follow('discovery_contact', (tx, candidateId) => this.declineAll(tx, candidateId));
  }

  /** The newest first, and the id to go on from. */
  async list(tx: Tx, candidateId: string, after: string | null): Promise<{ requests: ReceivedRequest[]; next: string | null }> {
    const found = await this.requests.listMine(tx, candidateId, this.terms, { after, count: PAGE + 1 });
    const requests = found.slice(0, PAGE);
    return { requests, next: found.length > PAGE ? (requests.at(-1)?.id ?? null) : null };
  }

  /** A yes: name and address are shown to the organisation from this commit on. AppErrors of `ConsentDesk.give` and `recruiters.nothing_asked`. */
  async accept(tx: Tx, id: string, act: Acceptance): Promise<ReceivedRequest> {
    const { organisationId } = await this.requests.getMine(tx, act.subjectId, id, this.terms);
    const { control, fields } = this.policy.values.purposes.discovery_contact;
    await this.consents.give(tx, { ...act, purpose: 'discovery_contact', scope: organisationId, fields, wording: control, locale: 'en', how: 'switch', where: '/requests' });
    // The consent answers the last request of the organisation: when that is another than the one that was read, nothing is answered.
    if ((await this.requests.lockAcceptable(tx, act.subjectId, organisationId))?.id !== id) throw nothingAsked();
    return this.requests.getMine(tx, act.subjectId, id, this.terms);
  }

  /** AppError `recruiters.request_over` when it can no longer be answered. */
  async decline(tx: Tx, candidateId: string, id: string, refusal: Refusal | null): Promise<ReceivedRequest> {
    await this.requests.getMine(tx, candidateId, id, this.terms);
    const declined = await this.requests.decline(tx, candidateId, id, refusal, this.keptFor);
    if (!declined) throw requestOver();
    await this.notices.declined(tx, declined, refusal);
    return this.requests.getMine(tx, candidateId, id, this.terms);
  }

  /** Whoever objects to being asked has said no to everybody who waits for an answer, and each of them is told just that. */
  private async declineAll(tx: Tx, candidateId: string): Promise<void> {
    for (const declined of await this.requests.declineAll(tx, candidateId, this.keptFor)) await this.notices.declined(tx, declined, null);
  }

  /** Who can no longer be found shows nobody who they are: what they allowed while they could be found ends with it. */
  private async takeBackAll(tx: Tx, subjectId: string): Promise<void> {
    for (const { purpose, scope } of await this.consents.live(tx, subjectId)) {
      if (purpose !== 'discovery_contact') continue;
      await this.consents.end(tx, { subjectId, purpose, scope, wording: '', locale: 'en', how: 'system', where: 'recruiters', eventId: newId() }, 'terminated');
    }
  }

  private get terms(): FollowUpTerms {
    const { followUpWithin, followUpsOf } = this.policy.values.contactRequests;
    return { within: followUpWithin.iso, of: followUpsOf.iso };
  }

  private get keptFor(): string {
    return this.policy.periodOf('contactRequests').iso;
  }
}
