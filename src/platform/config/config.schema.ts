import { z } from 'zod';
import { aiSettings } from './ai-settings.js';
import { paymentSettings } from './payment-settings.js';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const port = z.coerce.number().int().min(0).max(65_535);

/**
 * Every setting there is, with the words of its documentation: `docs/configuration.md` is written from this schema,
 * and only this folder reads the environment.
 */
export const configSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development').describe('`production` refuses to start with anything that is only fit for development.'),
  HOST: z.string().default('127.0.0.1').describe('Address the web server listens on.'),
  PORT: port.default(3000).describe('Port the web server listens on. `npm start` takes the next free one when it is taken.'),
  PUBLIC_URL: z.url().default('http://localhost:3000').describe('The address people use. Links in mails are made of it. Must be https in production.'),
  SECRET: z.string().min(32).describe('At least 32 random characters: signs session cookies and keys the rate limits. `npm start` makes one on its first run.'),
  POLICY: z.string().regex(/^[a-z0-9-]+$/).default('viva-voce').describe('Name of the policy file in `policies/`.'),
  POLICIES_DIR: z.string().min(1).default('policies').describe('Folder of the policy files; from the folder of the program when it does not begin with a `/`.'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//).describe('PostgreSQL 16 or newer, as the application role, which must own nothing. When it is not set, `npm start` runs an embedded PostgreSQL. The policy must say whose server it is, as with `SMTP_URL`, by a processor with `kind: hosting` (or the `storage` of the same company) and its host, or by `ownHosts`.'),
  DATABASE_OWNER_URL: z.string().regex(/^postgres(ql)?:\/\//).optional().describe('The same database as the role that owns the tables. Needed by `migrate` only.'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10).describe('Connections each process may hold open.'),
  EMBEDDED_DATABASE: flag.default(false).describe('Set by `npm start` when it runs PostgreSQL itself. Refused in production.'),
  REDIS_URL: z.string().regex(/^rediss?:\/\//).optional().describe('Redis for the job queues (`maxmemory-policy noeviction`). When it is not set, the queues live in PostgreSQL. The policy must say whose server it is, as with `DATABASE_URL`.'),
  QUEUE_ON_POSTGRES: flag.default(false).describe('Says that queues in PostgreSQL are meant. Needed in production when `REDIS_URL` is not set.'),
  S3_BUCKET: z.string().min(3).optional().describe('Bucket for files. When it is not set, files lie on disk in `STORAGE_DIR`.'),
  S3_ENDPOINT: z.url().optional().describe('Endpoint of an S3-compatible store other than AWS. The policy must say whose it is, as with `SMTP_URL`, by a processor with `kind: storage` and its host; for AWS the host is `.amazonaws.com`.'),
  S3_REGION: z.string().default('us-east-1').describe('Region of the bucket.'),
  S3_FORCE_PATH_STYLE: flag.default(false).describe('`true` for stores that put the bucket into the path.'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('Access key. When it is not set, the usual AWS credential chain is used.'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('Secret of the access key.'),
  S3_ENCRYPTION: z.enum(['AES256', 'aws:kms', 'none']).default('AES256').describe('Server-side encryption asked for with each object; `none` only for stores that encrypt the whole bucket themselves.'),
  STORAGE_DIR: z.string().default('.data/objects').describe('Folder for files on disk.'),
  STORAGE_ON_DISK: flag.default(false).describe('Says that files on disk are meant. Needed in production when `S3_BUCKET` is not set.'),
  STORAGE_KEY: z.string().regex(/^[0-9a-f]{64}$/).optional().describe('32 bytes in hexadecimal: files on disk are encrypted with it (AES-256-GCM).'),
  JOURNAL_DIR: z.string().min(1).optional().describe('Folder of the journal of deletions and withdrawals, which a restored backup is put right from; best on another disk than the database. When it is not set: `journal` beside `STORAGE_DIR`, or in the bucket when `S3_BUCKET` is set.'),
  SMTP_URL: z.string().regex(/^smtps?:\/\//).optional().describe('Mail server. The policy must say whose it is, or the start is refused: under `processors` a company, such as `{ id: mail, kind: mail, name: Example Mail, purpose: Carries the mails we send you, data: Your e-mail address and the text of the mail, region: Norway, policyUrl: "https://mail.example.com/privacy", agreement: { says: Data processing agreement }, transfer: None, hosts: [mail.example.com] }`; or a server of your own, `ownHosts: [mail.example.com]`. One in a private network, or with a name like `mail` or `mail.internal`, needs no word. When it is not set, mails go to the built-in inbox at `/inbox`, which production refuses.'),
  MAIL_FROM: z.string().default('Viva Voce <no-reply@viva-voce.example>').describe('Sender of all mails.'),
  ...aiSettings,
  ...paymentSettings,
  GOOGLE_CLIENT_ID: z.string().optional().describe('Client id of Google, to sign in with Google. The redirect address to register is `PUBLIC_URL` + `/api/session/provider/google/callback`.'),
  GOOGLE_CLIENT_SECRET: z.string().optional().describe('Secret of that client.'),
  LINKEDIN_CLIENT_ID: z.string().optional().describe('Client id of LinkedIn (*Sign In with LinkedIn using OpenID Connect*). Redirect address as for Google, with `linkedin`.'),
  LINKEDIN_CLIENT_SECRET: z.string().optional().describe('Secret of that client.'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional().describe('Issuer of your own OpenID Connect provider. Redirect address as for Google, with `oidc`. It is trusted with the addresses it calls confirmed. Must be https in production. The policy must say whose it is, as with `SMTP_URL`, by a processor with `kind: signIn`, or by `ownHosts`.'),
  OIDC_CLIENT_ID: z.string().optional().describe('Client id at that issuer.'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Secret of that client.'),
  OIDC_NAME: z.string().min(1).max(40).default('your organisation').describe('What people call that issuer: the button says *Sign in with …*.'),
  PAGES_INSIDE: z.string().regex(/^[^\s,:]+:\d{1,5}(,[^\s,:]+:\d{1,5})*$/, 'must be host:port, several of them separated by commas').optional().transform((list) => list?.split(',') ?? []).describe('Pages in your own house that job descriptions, and pictures of people at your own sign-in provider, may be read from, as `host:port` separated by commas, also over plain http. Everywhere else only https and public addresses are read.'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info').describe('How much is logged. Logs hold ids, never people.'),
  LOG_DIR: z.string().min(1).optional().describe('Folder for the logs of web and worker: a file a day each, deleted as the policy says (`retention.usageLog`); from the folder of the program when it does not begin with a `/`. When it is not set, lines go to the output of each process, and whoever collects them there must delete them in time. `npm start` keeps its own in its data folder.'),
  TRUST_PROXY: flag.default(false).describe('`true` behind one reverse proxy that appends to X-Forwarded-For: the last address there is taken for the caller’s.'),
  FAULT_KILL_AT: z.string().regex(/^[a-z._-]+(@[1-9]\d{0,4})?$/).optional().describe('For tests of what survives a crash: the place of a long process, such as `certificates.paper`, or `any`, at which the process ends without warning; with `@3`, when it is passed for the third time. Refused in production.'),
  METRICS_TOKEN: z.string().min(16).optional().describe('Prometheus reads `/api/metrics` with this bearer token. When it is not set, there are no metrics to read.'),
});

/** The settings as they were read, with defaults filled in. */
export type Settings = z.infer<typeof configSchema>;
