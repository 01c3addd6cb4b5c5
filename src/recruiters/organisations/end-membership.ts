import { type Tx } from '../../platform/db/index.js';
import { MemberRepository } from './member.repository.js';

/**
 * Takes an account that is going out of its organisation. The last owner is followed by whoever has been there longest,
 * recruiters first; an organisation without members goes. Returns who became the owner by it, if anybody did.
 */
export async function endMembership(tx: Tx, accountId: string): Promise<{ accountId: string; organisationName: string } | null> {
  const members = new MemberRepository();
  const [organisation] = await tx.query<{ id: string; name: string }[]>(
    'select o.id, o.name from recruiters.organisation o where o.id = (select m.organisation_id from recruiters.member m where m.account_id = $1) for update',
    [accountId],
  );
  if (!organisation || !(await members.delete(tx, organisation.id, accountId))) return null;
  if ((await members.deleteIfEmpty(tx, organisation.id)) || (await members.owners(tx, organisation.id)).length > 0) return null;
  const heir = await members.nextOwner(tx, organisation.id);
  if (heir === null) return null;
  await members.makeOwner(tx, heir);
  return { accountId: heir, organisationName: organisation.name };
}
