import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../../accounts/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { MemberRepository } from '../../organisations/member.repository.js';
import { type ListedAddress, type ListFault, readAddressList } from './address-list.js';
import { listTooLong } from '../invitations.errors.js';
import { DoNotInvite } from './do-not-invite.js';

/** Which addresses an organisation can invite with a template now. */
@Injectable()
export class AddressChecks {
  constructor(
    private readonly members: MemberRepository,
    private readonly contacts: AccountContacts,
    private readonly refused: DoNotInvite,
    private readonly policy: Policy,
  ) {}

  /** Everybody on a list, with what keeps them from being invited. Whether somebody has an account here is told to nobody. AppError `recruiters.too_many_invitations`. */
  async read(tx: Tx, organisationId: string, templateId: string, list: string): Promise<ListedAddress[]> {
    const most = this.policy.values.limits.invitationLines;
    const people = readAddressList(list, most);
    if (people.length > most) throw listTooLong(most);
    const faults = await this.faultsOf(tx, organisationId, templateId, people.flatMap(({ email, fault }) => (email !== null && fault === null ? [email] : [])));
    return people.map((person) => ({ ...person, fault: person.fault ?? faults.get(person.email ?? '') ?? null }));
  }

  /** By address, of those that cannot be invited. */
  async faultsOf(tx: Tx, organisationId: string, templateId: string, emails: readonly string[]): Promise<ReadonlyMap<string, ListFault>> {
    const open = await tx.query<{ email: string }[]>(`select email from recruiters.invitation where template_id = $1 and email = any ($2) and state in ('invited', 'opened', 'in_progress')`, [templateId, emails]);
    return new Map<string, ListFault>([
      ...open.map(({ email }) => [email, 'invited'] as const),
      ...(await this.ofMembers(tx, organisationId)).map((email) => [email, 'member'] as const),
      ...[...(await this.refused.among(tx, organisationId, emails))].map((email) => [email, 'refused'] as const),
    ]);
  }

  /** Whether an address (in lower case) is that of somebody of the organisation. */
  async isOfMember(tx: Tx, organisationId: string, email: string): Promise<boolean> {
    return (await this.ofMembers(tx, organisationId)).includes(email);
  }

  private async ofMembers(tx: Tx, organisationId: string): Promise<string[]> {
    const members = await this.contacts.findMany(tx, (await this.members.list(tx, organisationId)).map(({ id }) => id));
    return [...members.values()].map(({ email }) => email.toLowerCase());
  }
}
