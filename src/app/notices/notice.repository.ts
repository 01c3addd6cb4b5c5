import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type NoticeName, type Part } from './notices.dto.js';
import { type NoticeText } from './notice-texts.js';

/** A version of the policy as it was published, and what was said of its change. */
export interface PublishedVersion {
  readonly version: string;
  readonly says: string;
  readonly significant: boolean;
  readonly publishedAt: Date;
}

/** A text as it is or was published, without what was said of one moment. */
export interface PublishedText extends NoticeText {
  readonly notice: NoticeName;
  readonly hash: string;
}

const VERSION = 'version, says, significant, published_at as "publishedAt"';
/** Longer than any batch with its pause. */
const STUCK_AFTER = '10 minutes';

/** Every statement about published notices. */
@Injectable()
export class NoticeRepository {
  /** Nobody else publishes until this transaction ends. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('published notices', 0))`);
  }

  /** The newest first. */
  versions(tx: Tx): Promise<PublishedVersion[]> {
    return tx.query<PublishedVersion[]>(`select ${VERSION} from notices.version order by version desc`);
  }

  texts(tx: Tx, version: string): Promise<PublishedText[]> {
    return tx.query<PublishedText[]>('select notice, title, lead, parts, hash from notices.text where version = $1', [version]);
  }

  async find(tx: Tx, notice: NoticeName, version: string): Promise<(NoticeText & PublishedVersion & { parts: Part[] }) | null> {
    const [row] = await tx.query<(NoticeText & PublishedVersion & { parts: Part[] })[]>(
      `select ${VERSION}, title, lead, parts from notices.version join notices.text using (version) where version = $1 and notice = $2`,
      [version, notice],
    );
    return row ?? null;
  }

  async add(tx: Tx, { version, says, significant }: Omit<PublishedVersion, 'publishedAt'>): Promise<void> {
    await tx.query('insert into notices.version (version, says, significant) values ($1, $2, $3)', [version, says, significant]);
  }

  /** Writes the texts of a version, in place of those it had. */
  async write(tx: Tx, version: string, texts: readonly PublishedText[]): Promise<void> {
    for (const { notice, title, lead, parts, hash } of texts) {
      await tx.query(
        `insert into notices.text (version, notice, title, lead, parts, hash) values ($1, $2, $3, $4, $5::jsonb, $6)
         on conflict (version, notice) do update set title = excluded.title, lead = excluded.lead, parts = excluded.parts, hash = excluded.hash`,
        [version, notice, title, lead, JSON.stringify(parts), hash],
      );
    }
  }

  async beginTelling(tx: Tx, version: string): Promise<void> {
    await tx.query('update notices.version set moved_at = clock.now() where version = $1', [version]);
  }

  /** How far a version is told, held until `tx` ends; null when it is told, or somebody else is at it. */
  async takeTurn(tx: Tx, version: string): Promise<(PublishedVersion & { toldUpTo: string | null }) | null> {
    const [row] = await tx.query<(PublishedVersion & { toldUpTo: string | null })[]>(
      `select ${VERSION}, told_up_to as "toldUpTo" from notices.version where version = $1 and moved_at is not null and told_at is null for update skip locked`,
      [version],
    );
    return row ?? null;
  }

  async moveOn(tx: Tx, version: string, accountId: string): Promise<void> {
    await tx.query('update notices.version set told_up_to = $2, moved_at = clock.now() where version = $1', [version, accountId]);
  }

  async finishTelling(tx: Tx, version: string): Promise<void> {
    await tx.query('update notices.version set told_at = clock.now(), told_up_to = null where version = $1', [version]);
  }

  /** Versions whose telling has not gone on for a while; each is named again only after another while. */
  async stuck(tx: Tx): Promise<string[]> {
    const [rows] = await tx.query<[{ version: string }[], number]>(
      'update notices.version set moved_at = clock.now() where told_at is null and moved_at <= clock.now() - $1::interval returning version',
      [STUCK_AFTER],
    );
    return rows.map(({ version }) => version);
  }
}
