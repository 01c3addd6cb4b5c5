import { type AppError } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { signInFirst } from '../accounts.errors.js';

/**
 * Holds an account until `tx` ends; false when it is closed, or gone. Whoever changes an account, or begins a sign-in to it,
 * calls this before they touch any other row of it: so they go one after the other, and never wait for each other in a circle.
 */
export async function holdOpenAccount(tx: Tx, accountId: string): Promise<boolean> {
  await tx.query('select from accounts.account where id = $1 for no key update', [accountId]);
  // A statement of its own, so that it sees what those did whom we waited for.
  const rows = await tx.query<object[]>(
    'select from accounts.account a where a.id = $1 and not exists (select from accounts.closed_account c where c.account_id = a.id)',
    [accountId],
  );
  return rows.length > 0;
}

/**
 * As `holdOpenAccount`, for whoever acts in a sign-in; `gone` (AppError `http.sign_in_first`) when it ended since it was looked
 * at. Every new password ends every sign-in or gives it another id, so a password that was checked in it holds as well.
 */
export async function holdSession(tx: Tx, { id, accountId }: { id: string; accountId: string }, gone: () => AppError = signInFirst): Promise<void> {
  if (!(await holdOpenAccount(tx, accountId))) throw gone();
  if ((await tx.query<object[]>('select from accounts.session where id = $1 and account_id = $2 for update', [id, accountId])).length === 0) throw gone();
}
