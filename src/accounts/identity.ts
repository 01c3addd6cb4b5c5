import { type OnApplicationShutdown, Injectable } from '@nestjs/common';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { Pool } from 'pg';
import { newId } from '../kernel/index.js';
import { Config } from '../platform/config/index.js';
import { Passwords, PASSWORD_BYTES, PASSWORD_CHARACTERS } from './passwords.js';

/** Identities with a password: better-auth on a PostgreSQL pool and schema of its own. */
@Injectable()
export class Identity implements OnApplicationShutdown {
  private readonly auth;
  private readonly pool: Pool;

  constructor({ settings }: Config, passwords: Passwords) {
    this.pool = new Pool({ connectionString: settings.DATABASE_URL, max: 5, options: '-c search_path=auth', connectionTimeoutMillis: 10_000 });
    // An idle connection that PostgreSQL drops is replaced at the next query; without a listener it would end the process.
    this.pool.on('error', () => undefined);
    this.auth = betterAuth(authOptions(this.pool, settings, passwords));
  }

  /** Writes an identity and gives its id. A known address gets an invented id after the same work; null when another sign-up was quicker by a moment. */
  async create(body: { name: string; email: string; password: string }): Promise<string | null> {
    try {
      return (await this.auth.api.signUpEmail({ body })).user.id;
    } catch (error) {
      if (error instanceof APIError && error.body?.code === 'FAILED_TO_CREATE_USER') return null;
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

async function databaseTime(pool: Pool): Promise<Date> {
  const { rows: [row] } = await pool.query<{ now: Date }>('select clock.now() as now');
  if (!row) throw new Error('The database told no time');
  return row.now;
}

function authOptions(pool: Pool, settings: Config['settings'], passwords: Passwords) {
  return {
    database: pool,
    baseURL: settings.PUBLIC_URL,
    basePath: '/api/auth',
    secret: settings.SECRET,
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      // Makes a sign-up with a known address answer, and take as long, as one with a new address.
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_CHARACTERS,
      maxPasswordLength: PASSWORD_BYTES,
      password: {
        hash: (password) => passwords.hash(password),
        verify: ({ hash, password }) => passwords.fits(password, hash),
      },
    },
    advanced: { database: { generateId: () => newId() } },
    // What is swept by age is dated by the clock that the sweep reads, and not by that of this process.
    databaseHooks: { user: { create: { before: async (user) => ({ data: { ...user, createdAt: await databaseTime(pool) } }) } } },
  } satisfies BetterAuthOptions;
}
