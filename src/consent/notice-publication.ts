import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConfigurationError } from '../platform/config/index.js';
import { Database, type Tx } from '../platform/db/index.js';
import { ConsentSweep } from './consent-sweep.js';
import { NoticeRepository } from './notice.repository.js';
import { type Notice, Notices } from './notices.js';

/** Publishes the notices at boot. One that was published never changes: the start is refused until it has a new version. */
@Injectable()
export class NoticePublication implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly published: NoticeRepository,
    private readonly sweep: ConsentSweep,
    private readonly db: Database,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.db.transaction((tx) => this.publish(tx));
  }

  /** Writes down what is new. Consents under a notice that was materially changed, and those that nobody is asked for any more, have ended when this commits. */
  private async publish(tx: Tx): Promise<void> {
    await this.published.lock(tx);
    const known = await this.published.all(tx);
    const faults = this.notices.current.flatMap((notice) => faultsOf(notice, known));
    if (faults.length > 0) throw new ConfigurationError(faults);
    const fresh = this.notices.current.filter((notice) => !published(notice, known));
    for (const notice of fresh) await this.published.add(tx, notice);
    if (this.sweep.unasked.length > 0 || fresh.some(({ material, version }) => material && version > 1)) await this.sweep.endAllDue(tx);
  }
}

const published = (notice: Notice, known: readonly Notice[]): Notice | undefined =>
  known.find(({ purpose, version, locale }) => purpose === notice.purpose && version === notice.version && locale === notice.locale);

function faultsOf(notice: Notice, known: readonly Notice[]): string[] {
  const { purpose, version, hash } = notice;
  const newest = Math.max(0, ...known.filter((other) => other.purpose === purpose).map((other) => other.version));
  if (version < newest) return [`purposes.${purpose}: version ${newest} of its notice was published already; the policy cannot go back to ${version}.`];
  const same = published(notice, known);
  if (!same || same.hash === hash) return [];
  return [`purposes.${purpose}: its notice has changed since version ${version} was published. Give it version ${version + 1}, with material: true when everybody shall be asked again.`];
}
