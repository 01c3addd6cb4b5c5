import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { type MemberRepository } from './member.repository.js';
import { lookAtDomain } from './organisations.jobs.js';

/**
 * Takes an account that is going out of its organisation. The last owner is followed by whoever has been there longest,
 * recruiters first; an organisation without members goes. Returns who became the owner by it, if anybody did.
 */
export async function endMembership(tx: Tx, members: MemberRepository, accountId: string): Promise<{ accountId: string; organisationName: string } | null> {
  const [organisation] = await tx.query<{ id: string; name: string }[]>(
    'select o.id, o.name from recruiters.organisation o where o.id = (select m.organisation_id from recruiters.member m where m.account_id = $1) for update',
    [accountId],
  );
  if (!organisation || !(await members.delete(tx, organisation.id, accountId))) return null;
  if (await members.deleteIfEmpty(tx, organisation.id)) return null;
  // Theirs may have been the address that showed whose the domain is.
  await new Outbox().enqueue(tx, lookAtDomain, { organisationId: organisation.id });
  if ((await members.owners(tx, organisation.id)).length > 0) return null;
  const heir = await members.nextOwner(tx, organisation.id);
  if (heir === null) return null;
  await members.makeOwner(tx, heir);
  return { accountId: heir, organisationName: organisation.name };
}
