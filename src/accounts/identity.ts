import { type OnApplicationShutdown, Injectable } from '@nestjs/common';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import bcrypt from 'bcrypt';
import { Pool } from 'pg';
import { AppError, newId } from '../kernel/index.js';
import { Config } from '../platform/config/index.js';
import { Policy } from '../platform/policy/index.js';
import { VerificationMail } from './verification.mail.js';

/** OWASP's floor for bcrypt is 10; 12 takes about a quarter of a second and is what our promise says. */
const BCRYPT_COST = 12;
/** bcrypt reads 72 bytes and ignores the rest; we refuse longer ones instead of pretending to check them. */
const BCRYPT_BYTES = 72;
const PASSWORD_CHARACTERS = 12;
const DAY_IN_SECONDS = 86_400;

/** Passwords, sign-ins and e-mail verification: better-auth on a PostgreSQL pool and schema of its own. */
@Injectable()
export class Identity implements OnApplicationShutdown {
  readonly auth;
  private readonly pool: Pool;

  constructor(config: Config, policy: Policy, verificationMail: VerificationMail) {
    const { settings } = config;
    this.pool = new Pool({ connectionString: settings.DATABASE_URL, max: 5, options: '-c search_path=auth', connectionTimeoutMillis: 10_000 });
    // An idle connection that PostgreSQL drops is replaced at the next query; without a listener it would end the process.
    this.pool.on('error', () => undefined);
    const now = new Date();
    const stay = policy.endOf('signInSession', now).getTime() - now.getTime();
    this.auth = betterAuth(authOptions(this.pool, settings, stay, verificationMail));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

/** How better-auth works here; a sign-in ends `stayMs` milliseconds after it began. */
function authOptions(pool: Pool, settings: Config['settings'], stayMs: number, verificationMail: VerificationMail) {
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
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_CHARACTERS,
      maxPasswordLength: BCRYPT_BYTES,
      password: {
        hash: (password) => bcrypt.hash(password, BCRYPT_COST),
        verify: ({ hash, password }) => bcrypt.compare(password, hash),
      },
      onExistingUserSignUp: ({ user }) => verificationMail.tellAboutExistingAccount(user),
    },
    emailVerification: {
      // The person who confirms must still know the password: otherwise whoever signed up with somebody else's
      // address would share the account with its owner.
      autoSignInAfterVerification: false,
      expiresIn: DAY_IN_SECONDS,
      sendVerificationEmail: ({ user, token }) => verificationMail.send(user, token),
    },
    session: { expiresIn: stayMs / 1000, disableSessionRefresh: true },
    advanced: {
      database: { generateId: () => newId() },
      cookiePrefix: 'viva',
      ipAddress: { disableIpTracking: true },
      ...hostCookie(settings.PUBLIC_URL),
    },
  } satisfies BetterAuthOptions;
}

/** `__Host-` keeps a sister domain from planting our cookie; browsers accept the prefix over https only. */
function hostCookie(publicUrl: string): object {
  if (!publicUrl.startsWith('https://')) return {};
  return {
    useSecureCookies: false,
    defaultCookieAttributes: { secure: true },
    cookies: { session_token: { name: '__Host-viva.session' }, dont_remember: { name: '__Host-viva.dont-remember' } },
  };
}

/** True for better-auth's own no, of one `code` when it is given; what fails otherwise is a fault. */
export function isRefusal(error: unknown, code?: string): boolean {
  return error instanceof APIError && (code === undefined || error.body?.code === code);
}

/** AppError `accounts.password_too_long` or `accounts.password_too_short` (422). */
export function checkPassword(password: string): void {
  if (Buffer.byteLength(password) > BCRYPT_BYTES) {
    const message = `Use at most ${BCRYPT_BYTES} bytes (72 plain letters, fewer with accents or emoji): what comes after would not be checked.`;
    throw new AppError('accounts.password_too_long', 422, 'That password is too long. Nothing was stored.', { fields: { password: message } });
  }
  if (password.length < PASSWORD_CHARACTERS) {
    const message = `Use at least ${PASSWORD_CHARACTERS} characters. Three words in a row are easy to remember.`;
    throw new AppError('accounts.password_too_short', 422, 'That password is too short. Nothing was stored.', { fields: { password: message } });
  }
}
