import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issuedUnderFire } from '../../support/killed-issuers.js';
import { World } from '../../support/world.js';

const ALL = 24;
const VIDEOS = 3;
// All files stored and nothing said of them, and everything said but that the work is done. `npm run check:issuing` does the same with 200, at every place and at random.
const ENDS = ['stored@4', 'settled@5'];

describe('certificates whose worker is killed again and again', () => {
  let folder: string;
  let world: World;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'viva-issuing-'));
    world = await World.create({ STORAGE_DIR: folder });
  });
  afterAll(async () => {
    await world.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  /** What does not hold, with the first words of where. */
  const broken = async (): Promise<Record<string, readonly string[]>> => {
    const { Invariants } = await import('../../../src/app/invariants/invariants.js');
    const found = await world.app.get(Invariants).check();
    return Object.fromEntries(found.filter((result) => result.broken.length > 0).map((result) => [result.name, result.broken]));
  };
  const fileOf = async (kind: string): Promise<string> => {
    const [{ object } = { object: '' }] = await world.database.query<{ object: string }>('select object from certificates.file where kind = $1 order by object limit 1', [kind]);
    return object;
  };
  const pathOf = (id: string): string => join(folder, id.slice(-2), id);

  it('are all issued, none twice, nothing that nobody needs stays stored, and everything that must hold does', async () => {
    const files = ALL * 5 + VIDEOS;
    expect(await issuedUnderFire(world, folder, { certificates: ALL, videos: VIDEOS, ends: ENDS })).toEqual({
      // The recordings the videos are parts of lie on the disk as well.
      issued: ALL, places: ALL, clips: VIDEOS, published: VIDEOS, events: ALL, dead: 0, mails: ALL, objects: files, whole: files, onDisk: files + VIDEOS,
    });
    expect(await broken()).toEqual({});
  });

  it('would be seen by the check of everything that must hold, were something broken', async () => {
    const [changed, lost, stray] = [await fileOf('pdf_a4'), await fileOf('badge_svg'), randomUUID()];
    await writeFile(pathOf(changed), 'Something else.');
    await unlink(pathOf(lost));
    await mkdir(join(folder, stray.slice(-2)), { recursive: true });
    await writeFile(pathOf(stray), 'Nobody knows of this.');
    await utimes(pathOf(stray), 0, 0);
    for (const statement of PLANTED) await world.database.query(statement);
    const some = (start: string): unknown => expect.arrayContaining([expect.stringMatching(new RegExp(`^${start}`))]) as unknown;
    expect(await broken()).toEqual({
      'certificates.one_for_an_interview': some('place 1/7 is taken'),
      'certificates.whole': expect.arrayContaining([changed, lost].map((object) => expect.stringContaining(`object ${object}`) as unknown)),
      'storage.both_sides_agree': ['1 files that nobody knows of', '1 files that are not there'],
      'storage.nothing_past_its_end': some('object '),
      'storage.nothing_half_sent': some('object '),
      'app.nothing_past_its_end': some('3 rows of interviews.interview'),
      'recruiters.only_who_allows_it': some('page of certificate '),
      'recruiters.results_where_they_were_invited': some('certificate '),
      'interviews.handed_in_once': ['interview 1'],
      'interviews.nothing_hangs_loose': some('note of '),
      'mail.each_once': ['2 of a-mail'],
      'jobs.nothing_late': some('1 of certificates.issue'),
      'jobs.nobody_in_the_queues': some('work '),
      'consent.whole': some('chain of '),
      'audit.whole': ['entry 1'],
    });
  });
});

/** As the owner of the tables: nobody else could. */
const PLANTED = [
  'alter table certificates.certificate drop constraint certificate_status_list_status_index_key',
  'update certificates.certificate set status_list = 1, status_index = 7',
  `insert into storage.object (id, owner_module, content_type, sealed, status, expires_at) values (gen_random_uuid(), 'certificates', 'text/plain', false, 'deleting', clock.now() - interval '61 minutes')`,
  `insert into storage.object (id, owner_module, content_type, sealed, created_at, expires_at) values (gen_random_uuid(), 'certificates', 'text/plain', false, clock.now() - interval '25 hours', clock.now() + interval '1 day')`,
  `update interviews.interview set expires_at = clock.now() - interval '25 hours', origin = 'invited', invited_by = 'Somebody'`,
  `do $$ declare key text; begin
     select conname into key from pg_constraint where conrelid = 'certificates.publication'::regclass and confrelid = 'consent.live_grant'::regclass;
     execute 'alter table certificates.publication drop constraint ' || quote_ident(key);
     update certificates.publication set fields = '{name}'; end $$`,
  `insert into jobs.outbox (id, kind, name, payload, status, ended_at) select gen_random_uuid(), 'event', 'interviews.submitted', '{"interviewId": "1"}', 'done', clock.now() from generate_series(1, 2)`,
  'alter table interviews.room_note disable trigger user',
  'insert into interviews.room_note (interview_id, position, visit, times_left, pastes, pasted_characters) values (gen_random_uuid(), 1, gen_random_uuid(), 0, 0, 0)',
  'drop index mail.outbox_once',
  `insert into mail.outbox (id, template, matter, recipient_hash, status, done_at, expires_at) select gen_random_uuid(), 'a-mail', 'a-matter', repeat('0', 64), 'sent', clock.now(), clock.now() + interval '1 day' from generate_series(1, 2)`,
  `insert into jobs.outbox (id, kind, name, queue, payload, run_at, created_at) values (gen_random_uuid(), 'job', 'certificates.issue', 'media', '{}', clock.now() - interval '61 seconds', clock.now() - interval '61 seconds')`,
  `insert into jobs.outbox (id, kind, name, queue, payload) values (gen_random_uuid(), 'job', 'certificates.issue', 'media', '{"for": {"name": "Ada Example"}}')`,
  `alter table consent.record disable trigger user`,
  `update consent.record set wording = 'Something else'`,
  `insert into audit.entry (sequence, actor_kind, action, previous_hash, hash) values (1, 'system', 'tests.planted', repeat('0', 64), repeat('1', 64))`,
];
