import { Client } from 'pg';

/** The two roles of an installation and the database they share. */
export interface DatabaseRoles {
  readonly database: string;
  readonly ownerPassword: string;
  readonly applicationPassword: string;
}

/** Name of the database of an installation on this machine. */
export const DATABASE = 'viva';
/** Name of the role that owns the tables and migrates them. */
export const OWNER_ROLE = 'viva_owner';
/** Name of the role the application logs in as; it owns nothing. */
export const APPLICATION_ROLE = 'viva_app';

/**
 * Makes, or brings up to date, the owner (no superuser, may make roles and databases), the application's role and the
 * database. `superuserUrl` is a connection that may do so; it is not used for anything else.
 */
export async function prepareRoles(superuserUrl: string, { database, ownerPassword, applicationPassword }: DatabaseRoles): Promise<void> {
  const client = new Client({ connectionString: superuserUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await ensureRole(client, OWNER_ROLE, 'nosuperuser createrole createdb login', ownerPassword);
    await ensureRole(client, APPLICATION_ROLE, 'nosuperuser nocreaterole nocreatedb login', applicationPassword);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    const name = client.escapeIdentifier(database);
    if (rowCount === 0) await client.query(`create database ${name} owner ${OWNER_ROLE}`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to ${APPLICATION_ROLE}`);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, role: string, attributes: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} ${attributes} password ${client.escapeLiteral(password)}`);
}
