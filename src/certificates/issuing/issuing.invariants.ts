import { createHash } from 'node:crypto';
import { keepsInvariant, type Looking } from '../../platform/invariants/index.js';
import { ObjectStore } from '../../platform/storage/index.js';

keepsInvariant({
  name: 'certificates.one_for_an_interview',
  says: 'An interview has one certificate at most, and no two stand in one place of a status list',
  async broken({ tx }) {
    const rows = await tx.query<{ what: string }[]>(
      `select 'interview ' || interview_id || ' has ' || count(*) as what from certificates.certificate where interview_id is not null and replaced_at is null group by interview_id having count(*) > 1
       union all select 'place ' || status_list || '/' || status_index || ' is taken ' || count(*) || ' times' from certificates.certificate where status_index is not null group by status_list, status_index having count(*) > 1`);
    return rows.map(({ what }) => what);
  },
});

const FILES = 5;

keepsInvariant({
  name: 'certificates.whole',
  says: 'Every certificate that is issued is signed and has all its files, and what is stored is what was stored',
  async broken({ tx, get }) {
    const incomplete = await tx.query<{ id: string }[]>(
      `select c.id from certificates.certificate c left join certificates.content b on b.certificate_id = c.id
        where c.state = 'issued' and c.valid_until > clock.now() and (b.credential is null or b.jwt is null
          or (select count(*) from certificates.file f where f.certificate_id = c.id) <> ${FILES}
          or (b.facts -> 'clip' <> 'null') <> exists (select from certificates.clip k where k.certificate_id = c.id))`);
    const files = await tx.query<StoredFile[]>(
      `select f.certificate_id as id, f.object, f.sha256, f.bytes::float8 as bytes, o.sha256 as stored, o.bytes::float8 as "storedBytes"
       from (select certificate_id, object, sha256, bytes from certificates.file union all select certificate_id, object, sha256, bytes from certificates.clip) f
         join certificates.certificate c on c.id = f.certificate_id and c.state = 'issued' and c.valid_until > clock.now()
         left join storage.object o on o.id = f.object and o.status = 'stored' and o.expires_at >= c.valid_until`);
    const broken: string[] = [];
    for (const file of files) if (!(await isWhole({ tx, get }, file))) broken.push(`object ${file.object} of certificate ${file.id}`);
    return [...incomplete.map(({ id }) => `certificate ${id} lacks something`), ...broken];
  },
});

interface StoredFile {
  readonly id: string;
  readonly object: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly stored: string | null;
  readonly storedBytes: number | null;
}

async function isWhole({ tx, get }: Looking, { object, sha256, bytes, stored, storedBytes }: StoredFile): Promise<boolean> {
  if (stored !== sha256 || storedBytes !== bytes) return false;
  const hash = createHash('sha256');
  try {
    for await (const piece of get(ObjectStore).readInARow(tx, [object])) hash.update(piece);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
}
