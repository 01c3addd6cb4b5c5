import { holdsPersonalData } from '../platform/personal-data/index.js';
import { type Json } from '../kernel/index.js';

/** Erasing the identity takes sign-ins, passwords and our own row with it, by their foreign keys. */
export const accountsHolder = holdsPersonalData({
  module: 'accounts',
  tables: [
    { table: 'auth.user', subjectColumn: 'id', retention: 'account' },
    { table: 'auth.account', subjectColumn: 'userId', retention: 'account' },
    { table: 'auth.session', subjectColumn: 'userId', retention: 'signInSession' },
    { table: 'auth.verification', subjectColumn: null, retention: 'unverifiedAccount' },
    { table: 'accounts.account', subjectColumn: 'id', retention: 'account' },
    { table: 'accounts.operator_claim', subjectColumn: null, retention: 'operational' },
  ],
  async export(tx, accountId) {
    const account = await tx.query<Record<string, Json>[]>(
      `select u.name, u.email, u."createdAt"::text as "signedUpAt", a.roles, a.declared_age_reached as "declaredAgeReached"
       from accounts.account a join auth."user" u using (id) where a.id = $1`,
      [accountId],
    );
    const signIns = await tx.query<Record<string, Json>[]>(
      'select "createdAt"::text as "signedInAt", "expiresAt"::text as "endsAt" from auth.session where "userId" = $1 order by "createdAt"',
      [accountId],
    );
    return { account: account[0] ?? null, signIns };
  },
  async erase(tx, accountId) {
    await tx.query('delete from auth."user" where id = $1', [accountId]);
  },
  async remaining() {
    return [];
  },
});
