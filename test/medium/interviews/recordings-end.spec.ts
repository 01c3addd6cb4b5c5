import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConsentSweep } from '../../../src/consent/consent-sweep.js';
import { RecordingAssembly } from '../../../src/interviews/recordings/recording-assembly.js';
import { Database } from '../../../src/platform/db/index.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { Unpacked } from '../../support/unpacked.js';
import { until } from '../../support/until.js';
import { PASSWORD, SECRET, World } from '../../support/world.js';
import { sample, Speaker, stored } from './speaker.js';

const NOTHING = { recordings: 0, chunks: 0, objects: 0 };
const SAID = 'I read the logs, found the one server that failed, and took it out of the pool.';

interface Consents { consents: { purpose: string; scope: string; live: boolean; recipient: string | null; ended: { because: string } | null }[] }

describe('a recording', () => {
  let world: World;
  let folder: string;
  let me: Speaker;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'viva-recordings-'));
    world = await World.create({ STORAGE_DIR: folder });
  });
  beforeEach(async () => {
    me = await Speaker.in(world);
  });
  afterEach(async () => {
    await world.database.query('delete from interviews.interview');
    await later();
    expect(await files()).toEqual([]);
  });
  afterAll(async () => {
    await world.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  /** The sweeps of the next minute. */
  const later = async (interval = '2 minutes'): Promise<void> => {
    await world.database.moveClock(interval);
    await world.settle();
  };
  const files = async (): Promise<string[]> => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
  const begun = async (...kinds: ('audio' | 'video')[]): Promise<string> => {
    const { id } = await me.begin();
    for (const kind of kinds) await me.allow(id, kind);
    return id;
  };
  const startWorker = (): ChildProcess => fork(join(import.meta.dirname, '../privacy/worker-process.ts'), [], {
    execArgv: ['--import', join(import.meta.dirname, '../../support/typescript.mjs')],
    env: { PATH: process.env.PATH, NODE_ENV: 'test', SECRET, DATABASE_URL: world.database.applicationUrl, PUBLIC_URL: world.url, STORAGE_DIR: folder, LOG_LEVEL: 'silent' },
  });
  const sent = async (interviewId: string): Promise<string> => {
    const takeId = await me.taken(interviewId);
    await me.complete(takeId, await me.send(takeId, sample('video-vp8.webm')));
    return takeId;
  };

  it('is played from our own origin, whole or in ranges, and nothing keeps a copy on the way', async () => {
    const takeId = await me.recorded(await begun('video'));
    const whole = await me.play(takeId);
    expect(whole.status).toBe(200);
    expect(Object.fromEntries(whole.headers)).toMatchObject({ 'content-type': 'video/webm', 'accept-ranges': 'bytes', 'cache-control': 'private, no-store' });
    const { bytes, durationMs } = await me.recording(takeId);
    expect(whole.headers.get('content-length')).toBe(String(bytes));
    expect(durationMs).toBeGreaterThan(1000);
    const part = await me.play(takeId, 'bytes=4-99');
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([206, `bytes 4-99/${bytes}`, '96']);
    expect((await me.play(takeId, `bytes=${bytes}-`)).status).toBe(416);
  });

  it('that was gone on with after a break is one recording, as long as its parts together', async () => {
    const id = await begun('video');
    const alone = (await me.recording(await me.recorded(id))).durationMs ?? 0;
    const takeId = await me.taken(id, { position: 2 });
    const counts = [await me.send(takeId, sample('video-vp8.webm'), 0), await me.send(takeId, sample('video-vp8.webm'), 1)];
    await me.complete(takeId, ...counts);
    await world.settle();
    const joined = await me.recording(takeId);
    expect(joined).toMatchObject({ state: 'ready', fault: null });
    expect(Math.abs((joined.durationMs ?? 0) - 2 * alone)).toBeLessThan(200);
  });

  it('that is none is told in words, leaves no bytes, and its written words are judged all the same', async () => {
    const id = await begun('video');
    const takeId = await me.taken(id);
    await me.chunk(takeId, 0, Buffer.from('%PDF-1.7 this is not a recording'));
    await me.complete(takeId, 1);
    await me.write(id, 1, SAID, { kind: 'video' });
    await me.submit(id);
    await later();
    expect(await me.recording(takeId)).toMatchObject({ state: 'broken', durationMs: null, fault: { code: 'not_media', says: expect.stringContaining('not a recording') } });
    expect((await me.play(takeId)).status).toBe(404);
    expect(await files()).toEqual([]);
    expect(await world.database.query('select state from interviews.answer_score where position = 1')).toEqual([{ state: 'scored' }]);
  });

  it('cannot be played at the next range request after its consent was taken back, and its bytes are gone right after', async () => {
    const id = await begun('video', 'audio');
    const [video, audio] = [await me.recorded(id), await me.recorded(id, { position: 2, kind: 'audio' })];
    expect((await me.play(video, 'bytes=0-9')).status).toBe(206);
    expect((await me.takeBack(id)).status).toBe(204);
    expect(await me.play(video, 'bytes=10-19')).toMatchObject({ status: 403, body: { code: 'consent.required' } });
    expect(await me.question(id)).toMatchObject({ takes: 1, recording: null });
    // What was allowed by a switch of its own stays.
    expect((await me.play(audio, 'bytes=0-9')).status).toBe(206);
    await later();
    expect((await files()).length).toBe(1);
    // Allowed anew, what was deleted does not come back.
    await me.allow(id);
    expect((await me.play(video)).status).toBe(404);
  });

  it('whose consent is taken back while it comes in takes no further piece, and what had come is deleted', async () => {
    const id = await begun('video');
    const takeId = await me.taken(id);
    await me.chunk(takeId, 0, sample('video-vp8.webm').subarray(0, 4000));
    await Promise.all([me.takeBack(id), ...[1, 2, 3, 4].map((seq) => me.chunk(takeId, seq, Buffer.from(`piece ${seq}`)))]);
    expect((await me.chunk(takeId, 5, Buffer.from('x'))).status).toBe(403);
    expect(await stored(world)).toEqual(NOTHING);
    await later();
    expect(await files()).toEqual([]);
  });

  it('goes with whatever it belongs to: when it is deleted itself, and when its interview is', async () => {
    const id = await begun('video');
    const [one, two] = [await me.recorded(id), await me.recorded(id, { position: 2 })];
    expect((await me.visitor.delete(`/api/recordings/${one}`)).status).toBe(204);
    expect((await me.visitor.delete(`/api/recordings/${one}`)).status).toBe(204);
    expect(await me.question(id)).toMatchObject({ takes: 1, take: { takeId: one }, recording: null });
    expect((await me.play(one)).status).toBe(404);
    await later();
    expect((await files()).length).toBe(1);
    const [deleted, takenBack] = await Promise.all([me.visitor.delete(`/api/interviews/${id}`), me.takeBack(id)]);
    expect([deleted.status, takenBack.status]).toEqual([204, 204]);
    expect((await me.play(two)).status).toBe(404);
    expect(await stored(world)).toEqual(NOTHING);
    await later();
    expect(await files()).toEqual([]);
    // Nothing is left to be allowed either.
    expect(await world.database.query('select 1 from consent.live_grant where scope = $1', [id])).toEqual([]);
    const { consents } = (await me.visitor.get('/api/consents')).body as Consents;
    expect(consents.filter(({ purpose }) => purpose === 'recording')).toMatchObject([{ scope: '', live: false }]);
    const { acts } = (await me.visitor.get('/api/consents/history')).body as { acts: { scope: string; status: string }[] };
    expect(acts.filter(({ scope }) => scope === id)).toHaveLength(2);
  });

  it('was the last one that was kept of an interview that was handed in: with it ends what was allowed', async () => {
    const id = await begun('video');
    const [one, two] = [await me.recorded(id), await me.recorded(id, { position: 2 })];
    for (const position of [1, 2]) await me.write(id, position, SAID, { kind: 'video' });
    await me.submit(id);
    const live = async (): Promise<number> => (await world.database.query('select 1 from consent.live_grant where scope = $1', [id])).length;
    await me.visitor.delete(`/api/recordings/${one}`);
    await world.settle();
    expect(await live()).toBe(1);
    await me.visitor.delete(`/api/recordings/${two}`);
    await world.settle();
    expect(await live()).toBe(0);
  });

  it('goes with what was allowed when the policy keeps none any more, and nobody is asked again', async () => {
    const id = await begun('video');
    const takeId = await me.recorded(id);
    const { answerVideos, answerVideos: { keep } } = world.app.get(Policy).values.retention;
    answerVideos.keep = 'not at all';
    expect(await me.allow(id)).toMatchObject({ status: 422, body: { code: 'consent.not_offered' } });
    expect((await me.take(id, { position: 2 })).body).toMatchObject({ kept: false });
    await world.app.get(Database).transaction((tx) => world.app.get(ConsentSweep, { strict: false }).endAllDue(tx));
    expect((await me.play(takeId)).status).toBe(403);
    await later();
    expect(await stored(world)).toEqual(NOTHING);
    const { acts } = (await me.visitor.get('/api/consents/history')).body as { acts: { purpose: string; status: string }[] };
    expect(acts[0]).toMatchObject({ purpose: 'recording', status: 'terminated' });
    expect((await me.visitor.get('/api/purposes')).text).not.toContain('"purpose":"recording"');
    answerVideos.keep = keep;
  });

  it('goes the moment its owner deletes their account', async () => {
    const takeId = await me.recorded(await begun('video'));
    await me.signIn();
    expect((await me.visitor.post('/api/account/deletion', { now: false, password: PASSWORD })).status).toBe(200);
    expect((await me.play(takeId)).status).toBe(401);
    expect(await stored(world)).toEqual(NOTHING);
    await later();
    expect(await files()).toEqual([]);
  });

  it('is in the copy of my data, beside the words of its answer', async () => {
    const id = await begun('video');
    const takeId = await me.recorded(id);
    await me.write(id, 1, SAID, { kind: 'video', transcriber: 'device' });
    await me.signIn();
    await me.visitor.post('/api/data-export');
    await world.settle();
    const copy = await Unpacked.fetch(world, me.visitor);
    const [interview] = copy.json('data/interviews/interviews.json') as { answers: { answer: string; writtenDownBy: string; takes: { file: string; recording: string }[] | null }[] }[];
    const [first] = interview!.answers;
    expect(first).toMatchObject({ answer: SAID, answeredBy: 'video', writtenDownBy: 'device', takes: [{ number: 1, kind: 'video', recording: 'ready' }] });
    const path = `files/${first!.takes![0]!.file}.webm`;
    const { headers } = await me.play(takeId);
    expect(copy.paths).toContain(path);
    const [row] = await world.database.query<{ bytes: number; sha256: string }>(`select bytes::int, sha256 from storage.object where content_type = 'video/webm'`);
    expect([headers.get('content-length'), copy.sha256(path)]).toEqual([String(row?.bytes), row?.sha256]);
    await me.visitor.delete('/api/data-export');
  });

  it('is named by its interview on the page of consents, and in what is held', async () => {
    const id = await begun('video');
    await me.recorded(id);
    const { consents } = (await me.visitor.get('/api/consents')).body as Consents;
    const mine = consents.filter(({ live }) => live);
    expect(mine).toMatchObject([{ purpose: 'recording', scope: id, recipient: expect.stringMatching(/^Software engineer, \d+ \w+ \d{4} at \d\d:\d\d \(UTC\)$/) }]);
    const { kinds } = (await me.visitor.get('/api/privacy/holdings')).body as { kinds: { says: string }[] };
    const { expiresAt } = (await me.question(id)).recording!;
    expect(kinds).toContainEqual(expect.objectContaining({ says: 'Recordings of answers you spoke', records: 1, nextEnd: expiresAt }));
  });

  it('is put together once, however often and by however many it is tried', async () => {
    const takeId = await sent(await begun('video'));
    const assembly = world.app.get(RecordingAssembly, { strict: false });
    await Promise.all([assembly.assemble(takeId), assembly.assemble(takeId)]);
    await world.settle();
    expect(await me.recording(takeId)).toMatchObject({ state: 'ready' });
    expect(await stored(world)).toEqual({ recordings: 1, chunks: 0, objects: 1 });
    await later();
    expect((await files()).length).toBe(1);
  });

  it('that was deleted while it was put together leaves nothing', async () => {
    const id = await begun('video');
    const takeId = await sent(id);
    const assembling = world.app.get(RecordingAssembly, { strict: false }).assemble(takeId);
    await me.takeBack(id);
    await assembling.catch(() => undefined);
    await later();
    expect(await stored(world)).toEqual(NOTHING);
    expect(await files()).toEqual([]);
  });

  it('whose worker is killed between storing it and saying so is put together by the next, and nothing half or twice is left', async () => {
    const takeId = await sent(await begun('video'));
    const objects = (): Promise<object[]> => world.database.query(`select 1 from storage.object where content_type = 'video/webm' and status = 'stored'`);
    let worker: ChildProcess | undefined;
    // Whoever says what has become of it waits for us.
    await world.app.get(Database).transaction(async (tx) => {
      await tx.query('select from interviews.recording where take_id = $1 for update', [takeId]);
      worker = startWorker();
      await until('it is stored', async () => (await objects()).length === 1);
      await world.bury(worker);
    }).finally(() => worker?.kill('SIGKILL'));
    expect(await me.recording(takeId)).toMatchObject({ state: 'sent' });
    await later('11 minutes');
    await world.settle();
    expect(await me.recording(takeId)).toMatchObject({ state: 'ready' });
    await later('11 minutes');
    expect(await stored(world)).toEqual({ recordings: 1, chunks: 0, objects: 1 });
    expect((await files()).length).toBe(1);
  });

  it('whose pieces were lost ends in words after three days, and not in waiting for ever', async () => {
    const takeId = await sent(await begun('video'));
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
    await later('3 days 1 hour');
    await me.signIn();
    expect(await me.recording(takeId)).toMatchObject({ state: 'broken', fault: { code: 'unreadable' } });
  });

  it('[MP21] [MO12] [IM10] ends to the second, the audio after 30 days and the video after 90, and its bytes are gone right after; a report that is kept does not keep it', async () => {
    const id = await begun('video', 'audio');
    const [audio, video] = [await me.recorded(id, { kind: 'audio' }), await me.recorded(id, { position: 2 })];
    await me.write(id, 1, SAID, { kind: 'audio' });
    await me.write(id, 2, SAID, { kind: 'video' });
    await me.submit(id);
    await world.settle();
    expect((await me.visitor.put(`/api/interviews/${id}/pin`, {})).status).toBe(200);
    const before = async (takeId: string, margin: string): Promise<void> => {
      const [row] = await world.database.query<{ by: string }>(`select (begun_at + make_interval(days => case kind when 'audio' then 30 else 90 end) - clock.now() - $2::interval)::text as by from interviews.take where id = $1`, [takeId, margin]);
      await world.database.moveClock(row!.by);
      await me.signIn();
    };
    for (const [takeId, left] of [[audio, 1], [video, 0]] as const) {
      await before(takeId, '30 seconds');
      expect((await me.play(takeId)).status).toBe(200);
      await before(takeId, '0 seconds');
      expect((await me.play(takeId)).status).toBe(404);
      expect((await me.visitor.get(`/api/recordings/${takeId}`)).status).toBe(404);
      await later();
      expect((await files()).length).toBe(left);
    }
    expect(await stored(world)).toMatchObject({ recordings: 0, chunks: 0 });
    // Nothing is kept under the consents any more, so they have ended, too.
    expect(await world.database.query('select 1 from consent.live_grant where scope = $1', [id])).toEqual([]);
    expect((await me.visitor.get(`/api/interviews/${id}/report`)).status).toBe(200);
  });
});
