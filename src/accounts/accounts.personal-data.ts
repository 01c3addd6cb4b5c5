import { holdsPersonalData } from '../platform/personal-data/index.js';
import { type Json } from '../kernel/index.js';

/** Erasing the identity takes everything else here with it, by foreign keys. */
export const accountsHolder = holdsPersonalData({
  module: 'accounts',
  tables: [
    { table: 'auth.user', subjectColumn: 'id', retention: 'account', since: 'createdAt' },
    { table: 'auth.account', subjectColumn: 'userId', retention: 'account' },
    // better-auth asks for these two and writes nothing into them here.
    { table: 'auth.session', subjectColumn: 'userId', retention: 'signInSession' },
    { table: 'auth.verification', subjectColumn: null, retention: 'unverifiedAccount' },
    { table: 'accounts.account', subjectColumn: 'id', retention: 'account', since: 'created_at' },
    { table: 'accounts.picture', subjectColumn: 'account_id', retention: 'account', since: 'created_at' },
    { table: 'accounts.session', subjectColumn: 'account_id', retention: 'signInSession', since: 'began_at', until: 'ends_at' },
    { table: 'accounts.link', subjectColumn: 'account_id', retention: 'its own end', until: 'expires_at' },
    { table: 'accounts.second_factor', subjectColumn: 'account_id', retention: 'account', since: 'confirmed_at' },
    { table: 'accounts.recovery_code', subjectColumn: 'account_id', retention: 'account' },
    { table: 'accounts.email_change', subjectColumn: 'account_id', retention: 'its own end', until: 'expires_at' },
    { table: 'accounts.closed_account', subjectColumn: 'account_id', retention: 'deletedAccount', since: 'closed_at', until: 'purge_at' },
    { table: 'accounts.brought_account', subjectColumn: 'account_id', retention: 'account', since: 'brought_at' },
    { table: 'accounts.operator_claim', subjectColumn: null, retention: 'operational', periodFrom: 'created_at' },
  ],
  async export(tx, accountId) {
    const [account] = await tx.query<Record<string, Json>[]>(
      `select coalesce(c.name, u.name) as name, coalesce(c.email, u.email) as email, a.phone, u."createdAt"::text as "signedUpAt", a.roles,
         a.declared_age_reached as "declaredAgeReached", c.closed_at::text as "deletedAt", c.purge_at::text as "goneAt", e.new_email as "newEmail",
         (select f.confirmed_at::text from accounts.second_factor f where f.account_id = a.id) as "secondFactorSince",
         (select 'data:' || p.type || ';base64,' || translate(encode(p.bytes, 'base64'), E'\\n', '') from accounts.picture p where p.account_id = a.id) as picture,
         (select coalesce(jsonb_agg(l."providerId"), '[]') from auth.account l where l."userId" = a.id and l."providerId" <> 'credential') as providers,
         (select jsonb_build_object('from', b.came_from, 'at', b.brought_at) from accounts.brought_account b where b.account_id = a.id) as brought
       from accounts.account a join auth."user" u using (id)
       left join accounts.closed_account c on c.account_id = a.id
       left join accounts.email_change e on e.account_id = a.id and e.expires_at > clock.now() where a.id = $1`,
      [accountId],
    );
    const signIns = await tx.query<Record<string, Json>[]>(
      'select way, browser, began_at::text as "beganAt", last_used_at::text as "lastUsedAt", ends_at::text as "endsAt" from accounts.session where account_id = $1 and ends_at > clock.now() order by began_at',
      [accountId],
    );
    return { account: account ?? null, signIns };
  },
  async erase(tx, accountId) {
    await tx.query('delete from auth."user" where id = $1', [accountId]);
  },
  async remaining() {
    return [];
  },
});
