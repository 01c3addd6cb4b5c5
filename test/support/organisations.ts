import { personWith } from './people.js';
import { type World } from './world.js';

export interface MadeUpRecruiter {
  readonly email?: string;
  readonly name?: string;
  readonly roles?: readonly ('owner' | 'recruiter' | 'billing')[];
  /** Works for this organisation; without it a new one is made. */
  readonly organisationId?: string;
  readonly organisation?: { readonly name?: string; readonly domain?: string; readonly kind?: 'employer' | 'agency'; readonly clients?: readonly { name: string; domain?: string }[] };
  readonly approved?: boolean;
}

let made = 0;

/** Writes somebody who works for an organisation, and gives both ids. */
export async function recruiterWith(world: Pick<World, 'database'>, { email, name = 'Grace Recruiter', roles = ['owner', 'recruiter'], organisationId, organisation = {}, approved = true }: MadeUpRecruiter = {}): Promise<{ accountId: string; organisationId: string; email: string }> {
  made += 1;
  const address = email ?? `recruiter${made}@acme${made}.example.com`;
  const accountId = await personWith(world, { email: address, name, roles: ['candidate', 'recruiter'] });
  const where = organisationId ?? (await organisationWith(world, organisation, approved));
  await world.database.query('insert into recruiters.member (account_id, organisation_id, roles) values ($1, $2, $3)', [accountId, where, roles]);
  return { accountId, organisationId: where, email: address };
}

async function organisationWith(world: Pick<World, 'database'>, { name = `Acme ${made}`, domain = `acme${made}.example`, kind = 'employer', clients = [] }: NonNullable<MadeUpRecruiter['organisation']>, approved: boolean): Promise<string> {
  const { newId } = await import('../../src/kernel/index.js');
  const id = newId();
  await world.database.query(
    `insert into recruiters.organisation (id, name, kind, domain, state, decided_at) values ($1, $2, $3, $4, $5, case when $5 = 'approved' then clock.now() end)`,
    [id, name, kind, domain, approved ? 'approved' : 'pending'],
  );
  for (const client of clients) await world.database.query('insert into recruiters.client (id, organisation_id, name, domain) values ($1, $2, $3, $4)', [newId(), id, client.name, client.domain ?? `${client.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${made}.example`]);
  return id;
}
