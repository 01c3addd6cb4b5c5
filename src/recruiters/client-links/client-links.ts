import { Injectable } from '@nestjs/common';
import { hashToken, newId, newToken } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { Policy } from '../../platform/policy/index.js';
import { AddressChecks } from '../invitations/batches/address-checks.js';
import { clientLinkRevoked } from '../recruiters.facts.js';
import { type Seat } from '../organisations/seats.js';
import { TemplateRepository } from '../templates/template.repository.js';
import { ClientLinkMail } from './client-link-mail.js';
import { type ClientLink, ClientLinkRepository } from './client-link.repository.js';
import { notAtAClient, notPassedOn, severalClients, tooManyShown, worksTooLong } from './client-links.errors.js';

export interface ClientLinkWish {
  readonly invitationIds: readonly string[];
  readonly recipientName: string;
  readonly recipientEmail: string;
  /** For how many days it works. */
  readonly days: number;
}

const DAY = 86_400;

/** Links by which an organisation passes results on to its client: of people who allow just that. 404 for another organisation's template. */
@Injectable()
export class ClientLinks {
  constructor(
    private readonly links: ClientLinkRepository,
    private readonly addresses: AddressChecks,
    private readonly templates: TemplateRepository,
    private readonly mail: ClientLinkMail,
    private readonly policy: Policy,
    private readonly audit: AuditLog,
  ) {}

  /** A month of the policy counts as 30 days. */
  get mostDays(): number {
    const { months, days, seconds } = this.policy.values.clientLinks.worksFor;
    return months * 30 + days + Math.floor(seconds / DAY);
  }

  async list(tx: Tx, { organisationId }: Seat, templateId: string): Promise<{ links: ClientLink[]; shareable: { invitationId: string; clientName: string }[] }> {
    await this.templates.getMine(tx, organisationId, templateId);
    return { links: await this.links.list(tx, organisationId, templateId), shareable: await this.links.shareable(tx, organisationId, templateId) };
  }

  /** Makes a link and mails it. AppErrors `recruiters.not_at_a_client`, `recruiters.several_clients`, `recruiters.not_passed_on`, `recruiters.too_many_shown`, `recruiters.link_too_long`. */
  async make(tx: Tx, seat: Seat, templateId: string, wish: ClientLinkWish): Promise<string> {
    const { organisationId, accountId } = seat;
    await this.templates.getMine(tx, organisationId, templateId);
    // Whoever has not rated yet reads nobody’s scores by way of a link either.
    if (await this.addresses.isOfMember(tx, organisationId, wish.recipientEmail)) throw notAtAClient();
    this.mustFit(wish);
    const invitationIds = [...new Set(wish.invitationIds)];
    const clientName = await this.clientOf(tx, seat, templateId, invitationIds);
    const token = newToken();
    const { recipientName, recipientEmail, days } = wish;
    const link = { id: newId(), organisationId, templateId, makerId: accountId, clientName, recipientName, recipientEmail, tokenHash: hashToken(token) };
    const endsAt = await this.links.add(tx, link, `P${days}D`, this.policy.periodOf('clientLinks').iso);
    // Whoever took it back a moment ago is not in it, and then nobody is.
    if ((await this.links.addResults(tx, link, invitationIds)) !== invitationIds.length) throw notPassedOn();
    await this.mail.send(tx, { ...link, token, endsAt, organisation: { name: seat.organisationName, domain: seat.domain, isDomainVerified: seat.isDomainVerified }, people: invitationIds.length });
    await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'recruiters.client_link_made', subject: { kind: 'client link', id: link.id }, detail: { organisationId, people: invitationIds.length } });
    return link.id;
  }

  /** From this commit on it shows nothing. */
  async revoke(tx: Tx, { organisationId, accountId }: Seat, id: string): Promise<void> {
    await this.links.revoke(tx, organisationId, id);
    await noteFact(tx, clientLinkRevoked, { organisationId, linkId: id });
    await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'recruiters.client_link_revoked', subject: { kind: 'client link', id } });
  }

  private mustFit({ invitationIds, days }: ClientLinkWish): void {
    const { people } = this.policy.values.clientLinks;
    if (days > this.mostDays) throw worksTooLong(this.mostDays);
    if (invitationIds.length > people) throw tooManyShown(people);
  }

  private async clientOf(tx: Tx, { organisationId }: Seat, templateId: string, invitationIds: readonly string[]): Promise<string> {
    const chosen = (await this.links.shareable(tx, organisationId, templateId)).filter(({ invitationId }) => invitationIds.includes(invitationId));
    if (chosen.length !== invitationIds.length) throw notPassedOn();
    const [client, another] = new Set(chosen.map(({ clientName }) => clientName));
    if (client === undefined || another !== undefined) throw severalClients();
    return client;
  }
}
