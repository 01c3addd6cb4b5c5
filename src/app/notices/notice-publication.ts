import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canonicalJson } from '../../kernel/index.js';
import { Config, ConfigurationError } from '../../platform/config/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ChangeNews } from './change-news.js';
import { LegalNotices } from './legal-notices.js';
import { NoticeRepository, type PublishedText } from './notice.repository.js';
import { type Part } from './notices.dto.js';

/** Publishes the notices at boot, under the version of the policy. In production, what was published never changes: the start is refused until the policy has a new version. */
@Injectable()
export class NoticePublication implements OnModuleInit {
  private publishedAt: Date | null = null;

  constructor(
    private readonly notices: LegalNotices,
    private readonly published: NoticeRepository,
    private readonly news: ChangeNews,
    private readonly policy: Policy,
    private readonly config: Config,
    private readonly db: Database,
  ) {}

  async onModuleInit(): Promise<void> {
    this.publishedAt = await this.db.transaction((tx) => this.publish(tx));
  }

  /** Since when the notices of this server are in force. */
  get inForceSince(): Date {
    if (!this.publishedAt) throw new Error('The notices are published at boot, before anybody reads them');
    return this.publishedAt;
  }

  private async publish(tx: Tx): Promise<Date> {
    await this.published.lock(tx);
    const { version } = this.notices;
    const known = await this.published.versions(tx);
    const newest = known[0]?.version;
    if (newest !== undefined && version < newest) this.refuse(`version ${newest} was published already; the policy cannot go back to ${version}.`);
    if (!known.some((one) => one.version === version)) await this.add(tx, newest);
    await this.hold(tx, version);
    const inForce = (await this.published.versions(tx)).find((one) => one.version === version);
    if (!inForce) throw new Error(`The notices of version ${version} are not there`);
    return inForce.publishedAt;
  }

  /** A new version says what has changed since the last one that was published here, even where others were skipped. */
  private async add(tx: Tx, before: string | undefined): Promise<void> {
    const { version, changes } = this.policy.values;
    const since = changes.filter((change) => change.version === version || (before !== undefined && change.version > before));
    // Before the first version there is nothing that could have changed, and nobody is mailed.
    const significant = before !== undefined && since.some((change) => change.significant);
    await this.published.add(tx, { version, says: since.map(({ says }) => says).join(' '), significant });
    if (significant) await this.news.begin(tx, version);
  }

  /** Writes the texts of a version for the first time, or holds them against what was written. */
  private async hold(tx: Tx, version: string): Promise<void> {
    const texts = this.notices.toPublish();
    const written = await this.published.texts(tx, version);
    const changed = texts.filter(({ notice, hash }) => !written.some((one) => one.notice === notice && one.hash === hash));
    if (changed.length === 0) return;
    if (written.length > 0) {
      this.refuse(`the notices have other words than were published as version ${version}, in: ${changed.map((text) => `${text.title} (${changedParts(text, written).join(', ')})`).join('; ')}. `
        + 'Raise `version`, and add a line to `changes` that says what is new, with `significant: true` if every account shall be mailed.');
    }
    await this.published.write(tx, version, changed);
  }

  /** While a policy is written its texts change with every start. */
  private refuse(why: string): void {
    if (this.config.isProduction) throw new ConfigurationError([`POLICY: policies/${this.config.settings.POLICY}.yaml: ${why}`]);
  }
}

function changedParts(text: PublishedText, written: readonly PublishedText[]): string[] {
  const before = written.find(({ notice }) => notice === text.notice)?.parts ?? [];
  const said = (parts: readonly Part[], id: string): string => canonicalJson(parts.find((part) => part.id === id) ?? null);
  const titles = new Map([...before, ...text.parts].map(({ id, title }) => [id, title]));
  return [...titles].filter(([id]) => said(before, id) !== said(text.parts, id)).map(([, title]) => title);
}
