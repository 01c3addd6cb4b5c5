import type { Settings } from './config.schema.js';

const WEAK_SECRET = /change|default|example|secret|password|^(.)\1+$/i;

/** What makes these settings unfit for production: one plain sentence for each fault, none when all is well. */
export function productionFaults(settings: Partial<Settings>): string[] {
  if (settings.NODE_ENV !== 'production') return [];
  const rules: [boolean, string][] = [
    [settings.EMBEDDED_DATABASE === true, 'EMBEDDED_DATABASE: the embedded PostgreSQL is for development; set DATABASE_URL to a PostgreSQL server.'],
    [settings.BUILT_IN_GATEWAY === true, 'BUILT_IN_GATEWAY: takes no money, and is for development; set the keys of a gateway, or sell nothing.'],
    [!settings.SMTP_URL, 'SMTP_URL: the built-in inbox is for development; set a mail server.'],
    [isWeak(settings.SECRET ?? ''), 'SECRET: looks like a default or is too simple; use 32 or more random characters.'],
    [settings.PUBLIC_URL?.startsWith('https://') !== true, 'PUBLIC_URL: must begin with https://.'],
    [settings.OIDC_ISSUER?.startsWith('http://') === true, 'OIDC_ISSUER: must begin with https://.'],
    [settings.FAULT_KILL_AT !== undefined, 'FAULT_KILL_AT: ends the process on purpose, which only tests want; take it out.'],
    [!settings.S3_BUCKET && !settings.STORAGE_ON_DISK, 'S3_BUCKET: set a bucket, or say STORAGE_ON_DISK=true if files on this disk are meant.'],
    [!settings.REDIS_URL && !settings.QUEUE_ON_POSTGRES, 'REDIS_URL: set Redis, or say QUEUE_ON_POSTGRES=true if queues in PostgreSQL are meant.'],
  ];
  return rules.filter(([broken]) => broken).map(([, sentence]) => sentence);
}

function isWeak(secret: string): boolean {
  return WEAK_SECRET.test(secret) || new Set(secret).size < 12;
}
