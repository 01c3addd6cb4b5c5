import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectRoot } from '../platform/config/index.js';
import { Policy } from '../platform/policy/index.js';
import { ProcessLock } from './process-lock.js';

type Given = Readonly<Record<string, string | undefined>>;

/** Where an installation on this machine has its things. */
export class Installation {
  /** `data` is the absolute path of its folder. */
  constructor(
    readonly data: string,
    readonly given: Given,
  ) {}

  get postgres(): string {
    return join(this.data, 'postgres');
  }

  get secrets(): string {
    return join(this.data, 'secrets.json');
  }

  /** Null when files lie in a bucket. */
  get objects(): string | null {
    return this.given.S3_BUCKET ? null : resolve(projectRoot, this.given.STORAGE_DIR || join(this.data, 'objects'));
  }

  /** Null when it lies in a bucket. */
  get journal(): string | null {
    return this.given.S3_BUCKET ? null : resolve(projectRoot, this.given.JOURNAL_DIR || join(this.data, 'journal'));
  }

  /** Stands there while a restore is under way: nothing is served until it has ended. */
  get restoring(): string {
    return join(this.data, 'restoring.json');
  }

  get policyName(): string {
    return this.given.POLICY || 'viva-voce';
  }

  get policies(): string {
    return resolve(projectRoot, this.given.POLICIES_DIR || 'policies');
  }

  get policy(): Policy {
    return Policy.load(this.policyName, this.policies);
  }

  /** Whether anything was ever kept here. */
  get isThere(): boolean {
    return [this.secrets, join(this.postgres, 'PG_VERSION')].some((path) => existsSync(path));
  }

  /** Whether the database can be opened. */
  get isWhole(): boolean {
    return [this.secrets, join(this.postgres, 'PG_VERSION')].every((path) => existsSync(path));
  }

  /** Keeps `npm start` and others like us away. */
  take(): ProcessLock {
    const lock = ProcessLock.take(join(this.data, 'start.lock'), '');
    if (lock instanceof ProcessLock) return lock;
    const where = lock.heldBy === '' ? '' : ` at ${lock.heldBy}`;
    throw new Error(`Viva Voce runs on ${this.data}${where}. End it first, with Ctrl-C in its terminal or by sending SIGTERM to its \`npm start\`, and then run this again.`);
  }
}
