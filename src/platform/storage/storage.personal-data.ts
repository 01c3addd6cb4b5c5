import { type Tx } from '../db/index.js';
import { holdsPersonalData } from '../personal-data/index.js';

export const storagePersonalData = holdsPersonalData({
  module: 'storage',
  // Each object carries the end its owner module gave it; only what is left of a deletion under way is the storage's own.
  tables: [{ table: 'storage.object', subjectColumn: 'subject', retention: 'its own end', since: 'created_at', until: 'expires_at' }],
  /** The files themselves are exported by the modules that stored them, which know what they are. */
  async export(tx: Tx, accountId: string) {
    const rows = await tx.query<{ owner_module: string; content_type: string; bytes: string; created_at: Date; expires_at: Date }[]>(
      `select owner_module, content_type, bytes, created_at, expires_at from storage.object
        where subject = $1 and status = 'stored' and expires_at > clock.now() order by id`,
      [accountId],
    );
    if (rows.length === 0) return {};
    return {
      files: rows.map((row) => ({
        of: row.owner_module, contentType: row.content_type, bytes: Number(row.bytes),
        storedAt: row.created_at.toISOString(), deletedAt: row.expires_at.toISOString(),
      })),
    };
  },
  /** Invisible with the commit; the sweep of the next minute deletes the bytes and then the rows. */
  async erase(tx: Tx, accountId: string) {
    await tx.query(`update storage.object set status = 'deleting' where subject = $1`, [accountId]);
  },
  async remaining(tx: Tx, accountId: string) {
    const [row] = await tx.query<{ rows: string }[]>('select count(*) as rows from storage.object where subject = $1', [accountId]);
    const rows = Number(row?.rows ?? 0);
    return rows === 0 ? [] : [{ table: 'storage.object', rows, because: 'The files are being deleted, which takes a minute or two.' }];
  },
});
