import { PASSWORD_HASH } from './password.js';
import { type World } from './world.js';

export interface MadeUpPerson {
  readonly email: string;
  readonly name?: string;
  readonly roles?: readonly ('candidate' | 'recruiter' | 'interviewer' | 'operator')[];
}

/** Writes a confirmed adult account that can sign in with `PASSWORD`, and gives its id. */
export async function personWith(world: Pick<World, 'database'>, { email, name = 'Ada Example', roles = ['candidate'] }: MadeUpPerson): Promise<string> {
  const { newId } = await import('../../src/kernel/index.js');
  const id = newId();
  await world.database.query(
    `with identity as (insert into auth."user" (id, name, email, "emailVerified", "createdAt") values ($1, $2, $3, true, clock.now())),
       password as (insert into auth.account (id, "accountId", "providerId", "userId", password) values ($4, $1, 'credential', $1, $5))
     insert into accounts.account (id, roles, declared_age_reached) values ($1, $6, 18)`,
    [id, name, email, newId(), PASSWORD_HASH, roles],
  );
  return id;
}

/** Signs an account in without a browser, and gives the token of its cookie. */
export async function signedIn(world: World, accountId: string): Promise<string> {
  const { hashToken, newId, newToken } = await import('../../src/kernel/index.js');
  const { SessionRepository } = await import('../../src/accounts/sessions/session.repository.js');
  const { Database } = await import('../../src/platform/db/index.js');
  const token = newToken();
  await world.app.get(SessionRepository).insert(world.app.get(Database).alone, {
    id: newId(), accountId, tokenHash: hashToken(token), way: 'password', browser: 'A browser', stays: false, awaitsSecondFactor: false,
  });
  return token;
}
