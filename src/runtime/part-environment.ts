import { join } from 'node:path';
import { type Secrets } from './secrets-file.js';

/** What `npm start` found out or made itself. */
export interface Surroundings {
  readonly dataDirectory: string;
  readonly port: number;
  readonly secrets: Secrets;
  /** Absent when the person brought a database. */
  readonly embedded?: { readonly url: string; readonly ownerUrl: string };
}

/** The environment of all parts: what the person set stays as it is, and what is missing is filled in. */
export function partEnvironment(given: Readonly<Record<string, string | undefined>>, surroundings: Surroundings): Record<string, string> {
  const { dataDirectory, port, secrets, embedded } = surroundings;
  const set = Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
  return {
    SECRET: secrets.secret,
    STORAGE_DIR: join(dataDirectory, 'objects'),
    JOURNAL_DIR: join(dataDirectory, 'journal'),
    STORAGE_KEY: secrets.storageKey,
    PUBLIC_URL: localUrl(port),
    // Each start runs the same code four times: compiled once, it saves a sixth of the processor time of a start.
    NODE_COMPILE_CACHE: join(dataDirectory, 'compiled'),
    ...(sellsThrough(set) || set.NODE_ENV === 'production' ? {} : { BUILT_IN_GATEWAY: 'true' }),
    ...set,
    PORT: String(port),
    ...(embedded ? { DATABASE_URL: embedded.url, DATABASE_OWNER_URL: embedded.ownerUrl, EMBEDDED_DATABASE: 'true' } : {}),
  };
}

/** Whether the person set up anybody who takes money. */
function sellsThrough(set: Readonly<Record<string, string>>): boolean {
  return ['STRIPE_SECRET_KEY', 'RAZORPAY_KEY_ID', 'PAYSTACK_SECRET_KEY', 'PADDLE_API_KEY'].some((name) => set[name] !== undefined);
}

/** The address of this copy on this machine. */
export function localUrl(port: number): string {
  return `http://localhost:${port}`;
}
