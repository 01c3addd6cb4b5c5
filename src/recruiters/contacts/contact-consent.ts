import { Injectable } from '@nestjs/common';
import { type Consented, DisclosureLog } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { TalentContacts } from '../talent/talent-contacts.js';
import { BlockedRequests } from './blocked-requests.js';
import { ContactNotices } from './contact-notices.js';
import { nothingAsked } from './contacts.errors.js';
import { ReceivedRequestRepository } from './received-requests.repository.js';

/** What it means to say yes to a request: one organisation is shown who somebody is, in the commit of their consent. */
@Injectable()
export class ContactConsent {
  constructor(
    private readonly requests: ReceivedRequestRepository,
    private readonly blocked: BlockedRequests,
    private readonly contacts: TalentContacts,
    private readonly notices: ContactNotices,
    private readonly disclosures: DisclosureLog,
    private readonly policy: Policy,
  ) {}

  /** AppError `recruiters.nothing_asked` undoes a consent that answers no request: nobody is shown to an organisation that did not ask. */
  async show(tx: Tx, consented: Consented<'discovery_contact'>): Promise<void> {
    const request = await this.blocked.lockAcceptable(tx, consented.subjectId, consented.scope);
    if (!request || consented.fields.length === 0) throw nothingAsked();
    await this.contacts.share(tx, consented);
    await this.requests.accept(tx, request.id, this.policy.periodOf('contactRequests').iso);
    if (request.isOpen) await this.notices.accepted(tx, { ...request, organisationId: consented.scope });
    await this.disclosures.note(tx, {
      subjectId: consented.subjectId, purpose: consented.purpose, recipientId: consented.scope, recipientName: request.organisationName, recipientDomain: request.organisationDomain,
      isDomainVerified: request.isDomainVerified, actorId: request.senderId, clientName: request.clientName, what: 'contact', fields: consented.fields,
    });
  }
}
