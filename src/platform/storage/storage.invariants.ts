import { keepsInvariant } from '../invariants/index.js';
import { ObjectReconciliation } from './object-reconciliation.js';

keepsInvariant({
  name: 'storage.both_sides_agree',
  says: 'No file lies there for a day that nobody knows of, and none is missing that is known',
  async broken({ get }) {
    const { strays, missing } = await get(ObjectReconciliation).look();
    return [...(strays > 0 ? [`${strays} files that nobody knows of`] : []), ...(missing > 0 ? [`${missing} files that are not there`] : [])];
  },
});

keepsInvariant({
  name: 'storage.nothing_past_its_end',
  says: 'No file is kept for an hour past its end',
  async broken({ tx }) {
    const rows = await tx.query<{ id: string }[]>(`select id from storage.object where expires_at <= clock.now() - interval '1 hour' limit 10`);
    return rows.map(({ id }) => `object ${id}`);
  },
});

keepsInvariant({
  name: 'storage.nothing_half_sent',
  says: 'No upload that was never finished is older than a day',
  async broken({ tx, get }) {
    const rows = await tx.query<{ id: string }[]>(`select id from storage.object where status = 'pending' and created_at <= clock.now() - interval '1 day' limit 10`);
    const unfinished = await get(ObjectReconciliation).unfinishedUploads();
    return [...rows.map(({ id }) => `object ${id}`), ...(unfinished > 0 ? [`${unfinished} uploads to the bucket`] : [])];
  },
});
