import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { World } from '../../support/world.js';
import { sample, Speaker, stored } from './speaker.js';

const NOTHING = { recordings: 0, chunks: 0, objects: 0 };
const SAID = 'I read the logs, found the one server that failed, and took it out of the pool.';

describe('an answer that is spoken', () => {
  let world: World;
  let folder: string;
  let me: Speaker;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'viva-recordings-'));
    world = await World.create({ STORAGE_DIR: folder });
    me = await Speaker.in(world);
  });
  afterEach(async () => {
    // What a test leaves behind must not be counted by the next.
    await world.database.query('delete from interviews.interview');
    await later();
  });
  afterAll(async () => {
    await world.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  /** The sweeps of the next minute. */
  const later = async (): Promise<void> => {
    await world.database.moveClock('2 minutes');
    await world.settle();
  };
  const files = async (): Promise<string[]> => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);

  it('[IM05] is kept by nobody unless its session’s switch was turned on: no row, no object and not one byte more in the storage, whatever is sent', async () => {
    const { id, keeps } = await me.begin();
    expect(keeps).toEqual({ audio: false, video: false });
    const before = await files();
    const begun = await me.take(id);
    expect(begun).toMatchObject({ status: 201, body: { number: 1, kept: false, retakesLeft: 1 } });
    const { takeId } = begun.body as { takeId: string };
    expect(await me.chunk(takeId, 0, sample('video-vp8.webm'))).toMatchObject({ status: 403, body: { code: 'consent.required' } });
    expect((await me.complete(takeId, 1)).status).toBe(403);
    // The switch of the audio does not keep the picture, nor does that of another session.
    await me.allow(id, 'audio');
    await me.allow((await me.begin()).id, 'video');
    expect((await me.chunk(takeId, 0, sample('video-vp8.webm'))).status).toBe(403);
    await me.write(id, 1, SAID, { kind: 'video' });
    expect((await me.submit(id)).status).toBe(202);
    await world.settle();
    expect(await stored(world)).toEqual(NOTHING);
    expect(await files()).toEqual(before);
    // Nothing came under the switch that was on, so there is nothing left to allow.
    expect(await world.database.query('select 1 from consent.live_grant where scope = $1', [id])).toEqual([]);
  });

  it('[MR21] is written down and measured by default, and its audio is not kept for a moment', async () => {
    const { id } = await me.begin({ answerKind: 'audio' });
    const before = await files();
    const takeId = await me.taken(id, { kind: 'audio' });
    expect((await me.chunk(takeId, 0, sample('audio-opus.webm'))).status).toBe(403);
    await me.visitor.put(`/api/takes/${takeId}/delivery`, { durationMs: 3000, speech: [[0, 2500]], timings: [] });
    await me.write(id, 1, SAID, { kind: 'audio', transcriber: 'device' });
    await me.submit(id);
    await later();
    expect([await stored(world), await files()]).toEqual([NOTHING, before]);
    expect(await world.database.query('select duration_ms from interviews.delivery where take_id = $1', [takeId])).toEqual([{ duration_ms: 3000 }]);
    expect(await world.database.query(`select a.transcriber, s.state from interviews.answer a join interviews.answer_score s using (interview_id, position)`)).toEqual([{ transcriber: 'device', state: 'scored' }]);
  });

  it('is kept from the next take on when the switch is turned on, and the room says so', async () => {
    const { id } = await me.begin();
    expect((await me.allow(id)).status).toBe(200);
    expect((await me.room(id)).keeps).toEqual({ audio: false, video: true });
    expect(await me.take(id)).toMatchObject({ body: { kept: true } });
    expect(await me.take(id, { position: 2, kind: 'audio' })).toMatchObject({ body: { kept: false } });
  });

  it('comes in piece by piece, and a piece that is sent twenty times at once is there once', async () => {
    const { id } = await me.begin();
    await me.allow(id);
    const takeId = await me.taken(id);
    const piece = sample('video-vp8.webm').subarray(0, 5000);
    const answers = await Promise.all(Array.from({ length: 20 }, () => me.chunk(takeId, 0, piece)));
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(20).fill([200, { part: 0, seq: 0 }]));
    expect(await stored(world)).toEqual({ recordings: 1, chunks: 1, objects: 1 });
    expect(await me.chunk(takeId, 0, sample('video-vp9.webm').subarray(0, 5000))).toMatchObject({ status: 409, body: { code: 'interviews.chunk_differs' } });
    await later();
    expect((await files()).length).toBe(1);
    expect((await me.recording(takeId)).parts).toEqual([{ part: 0, chunks: [0] }]);
  });

  it('is complete when every piece has arrived, and names no success before', async () => {
    const { id } = await me.begin();
    await me.allow(id);
    const takeId = await me.taken(id);
    const [whole, third] = [sample('video-vp8.webm'), Math.ceil(sample('video-vp8.webm').length / 3)];
    await me.chunk(takeId, 2, whole.subarray(2 * third));
    await me.chunk(takeId, 0, whole.subarray(0, third));
    expect(await me.complete(takeId, 3)).toMatchObject({ status: 409, body: { code: 'interviews.chunks_missing' } });
    expect(await me.recording(takeId)).toMatchObject({ state: 'recording', parts: [{ part: 0, chunks: [0, 2] }] });
    await me.chunk(takeId, 1, whole.subarray(third, 2 * third));
    expect(await me.complete(takeId, 3)).toMatchObject({ status: 202, body: { state: 'sent' } });
    expect((await me.complete(takeId, 3)).status).toBe(202);
    expect((await me.chunk(takeId, 1, whole.subarray(third, 2 * third))).status).toBe(200);
    expect(await me.chunk(takeId, 3, whole)).toMatchObject({ status: 409, body: { code: 'interviews.recording_complete' } });
    await world.settle();
    expect(await me.recording(takeId)).toMatchObject({ state: 'ready', contentType: 'video/webm', fault: null, parts: [] });
    expect(await stored(world)).toEqual({ recordings: 1, chunks: 0, objects: 1 });
  });

  it('has limits: the size of a piece, of all of them, how many parts, and the containers that can be played', async () => {
    const { id } = await me.begin();
    await me.allow(id);
    const takeId = await me.taken(id);
    expect(await me.chunk(takeId, 0, new Uint8Array(4_194_305))).toMatchObject({ status: 413, body: { code: 'interviews.chunk_too_large' } });
    expect(await me.chunk(takeId, 0, new Uint8Array(0))).toMatchObject({ status: 415 });
    expect(await me.visitor.put(`/api/recordings/${takeId}/parts/0/chunks/0`, { bytes: 'x' })).toMatchObject({ status: 415, body: { code: 'interviews.chunk_not_bytes' } });
    expect((await me.chunk(takeId, 0, Buffer.from('x'), 20)).status).toBe(409);
    await me.chunk(takeId, 0, Buffer.from('the first piece'));
    // As if 100 MB less ten bytes had come.
    await world.database.query('update interviews.recording_chunk set bytes = 104857600 - 10 where take_id = $1', [takeId]);
    expect((await me.chunk(takeId, 1, Buffer.from('0123456789'))).status).toBe(200);
    expect(await me.chunk(takeId, 2, Buffer.from('x'))).toMatchObject({ status: 413, body: { code: 'interviews.recording_too_large' } });
    const busy = await me.taken(id, { position: 3 });
    await world.database.query(
      `with objects as (insert into storage.object (id, owner_module, content_type, sealed, expires_at) select gen_random_uuid(), 'interviews', 'application/octet-stream', false, clock.now() + interval '1 day' from generate_series(1, 1000) returning id)
       insert into interviews.recording_chunk (take_id, part, seq, object, bytes, sha256) select $1, 1, row_number() over (), id, 1, repeat('0', 64) from objects`,
      [busy],
    );
    expect(await me.chunk(busy, 0, Buffer.from('x'))).toMatchObject({ status: 409, body: { code: 'interviews.too_many_chunks' } });
    const containers = ['video/x-matroska', 'text/html', 'audio/webm', 'video/webm;codecs=<script>', 'video/webm; a=b; c=d'];
    const answers = await Promise.all(containers.map((contentType) => me.take(id, { position: 2, contentType })));
    expect(answers.map(({ status }) => status)).toEqual(containers.map(() => 415));
    expect((await me.take(id, { position: 4 })).status).toBe(404);
    expect((await me.take(id, { position: 2, contentType: 'video/mp4;codecs="avc1.42E01E, mp4a.40.2"' })).status).toBe(201);
  });

  it('is kept as long as all of one account take up 10 GB, and there is room again when another is deleted', async () => {
    const { id } = await me.begin();
    await me.allow(id);
    const [whole, takeId] = [await me.recorded(id), await me.taken(id, { position: 2 })];
    await world.database.query('update interviews.recording set bytes = 10737418240 - 10 where take_id = $1', [whole]);
    expect((await me.chunk(takeId, 0, Buffer.from('0123456789'))).status).toBe(200);
    expect(await me.chunk(takeId, 1, Buffer.from('x'))).toMatchObject({ status: 413, body: { code: 'interviews.recordings_full' } });
    await me.visitor.delete(`/api/recordings/${whole}`);
    expect((await me.chunk(takeId, 1, Buffer.from('x'))).status).toBe(200);
  });

  it('can be spoken again as often as the mode allows, and each time the one before it goes with its bytes', async () => {
    const { id, retakes } = await me.begin({ mode: 'live' });
    expect(retakes).toBe(1);
    await me.allow(id);
    const first = await me.recorded(id);
    await me.write(id, 1, SAID, { kind: 'video', transcriber: 'device' });
    const takeId = randomUUID();
    expect(await me.take(id, { takeId })).toMatchObject({ body: { number: 2, retakesLeft: 0 } });
    // Sent again because the connection broke, it is the same take.
    expect(await me.take(id, { takeId })).toMatchObject({ status: 201, body: { takeId, number: 2, retakesLeft: 0, kept: true } });
    expect(await me.question(id)).toMatchObject({ takes: 2, retakesLeft: 0, take: { takeId, number: 2, kind: 'video' }, recording: { takeId, state: 'recording' }, answer: { text: SAID, kind: 'video', transcriber: 'device' } });
    expect((await me.play(first)).status).toBe(404);
    expect(await stored(world)).toEqual({ recordings: 1, chunks: 0, objects: 0 });
    expect(await me.take(id)).toMatchObject({ status: 409, body: { code: 'interviews.no_retakes_left' } });
    expect((await me.room((await me.begin({ mode: 'coach' })).id)).retakes).toBe(9);
  });

  it('is not handed in without its words: they are written down, or the take is thrown away', async () => {
    const { id } = await me.begin();
    await me.allow(id);
    const [one, two] = [await me.taken(id), await me.taken(id, { position: 2, kind: 'audio' })];
    await me.send(one, sample('video-vp8.webm'));
    await me.write(id, 3, SAID);
    expect(await me.submit(id)).toMatchObject({ status: 409, body: { code: 'interviews.transcript_missing', detail: expect.stringContaining('question 1 and 2'), fields: { 'answers.1': expect.any(String), 'answers.2': expect.any(String) } } });
    await me.write(id, 1, SAID, { kind: 'video', transcriber: 'device_edited' });
    expect((await me.visitor.delete(`/api/takes/${two}`)).status).toBe(204);
    expect(await me.question(id, 2)).toMatchObject({ takes: 1, take: null, recording: null, answer: null });
    expect((await me.submit(id)).status).toBe(202);
    await world.settle();
    // What had come in by then was put together.
    expect(await me.recording(one)).toMatchObject({ state: 'ready' });
    const scores = await world.database.query<{ position: number; state: string }>('select position, state from interviews.answer_score order by position');
    expect(scores.map(({ state }) => state)).toEqual(['scored', 'skipped', 'scored']);
    expect((await me.take(id)).status).toBe(409);
    expect((await me.visitor.delete(`/api/takes/${one}`)).status).toBe(409);
  });

  it('[IM04] is one of three ways to answer, chosen for each question, and it is stored who wrote the words down', async () => {
    const { id, answerKind } = await me.begin({ answerKind: 'audio' });
    expect(answerKind).toBe('audio');
    expect((await me.begin({ answerKind: undefined })).answerKind).toBe('text');
    await me.write(id, 1, SAID, { kind: 'video', transcriber: 'device' });
    await me.write(id, 2, SAID, { kind: 'audio' });
    await me.write(id, 3, SAID);
    const written = (await me.room(id)).questions.map(({ answer }) => [answer?.kind, answer?.transcriber]);
    expect(written).toEqual([['video', 'device'], ['audio', 'candidate'], ['text', 'candidate']]);
    // The words stay, and somebody else is named.
    expect((await me.write(id, 1, SAID, { kind: 'video', transcriber: 'device_edited', baseRevision: 1 })).body).toMatchObject({ revision: 2 });
    expect(await me.question(id)).toMatchObject({ answer: { text: SAID, transcriber: 'device_edited' } });
    expect((await me.write(id, 1, SAID, { kind: 'telepathy' })).status).toBe(422);
  });

  it('keeps how it was spoken as long as its take stands', async () => {
    const { id } = await me.begin({ mode: 'coach' });
    const takeId = await me.taken(id, { kind: 'audio' });
    const delivery = { durationMs: 4200, speech: [[100, 1900], [2400, 4000]], timings: [{ from: 0, to: 12, startMs: 100, endMs: 1900 }] };
    const put = (take: string, body: object = delivery) => me.visitor.put(`/api/takes/${take}/delivery`, body);
    expect((await put(takeId)).status).toBe(204);
    expect((await put(takeId, { ...delivery, durationMs: 4300 })).status).toBe(204);
    expect((await put(takeId, { ...delivery, durationMs: -1 })).status).toBe(422);
    expect(await world.database.query('select duration_ms, speech from interviews.delivery')).toEqual([{ duration_ms: 4300, speech: delivery.speech }]);
    await me.taken(id, { kind: 'audio' });
    expect((await put(takeId)).status).toBe(404);
    expect(await world.database.query('select 1 from interviews.delivery')).toEqual([]);
  });

  it('is nobody else’s: a foreign, an absent and a malformed id answer with the same bytes on every path', async () => {
    const { id } = await me.begin();
    await me.allow(id);
    const takeId = await me.recorded(id);
    const other = await Speaker.in(world);
    const paths = (take: string) => [
      other.visitor.get(`/api/recordings/${take}`), other.visitor.get(`/api/recordings/${take}/media`), other.visitor.delete(`/api/recordings/${take}`), other.visitor.delete(`/api/takes/${take}`),
      other.chunk(take, 0, Buffer.from('x')), other.complete(take, 1), other.visitor.put(`/api/takes/${take}/delivery`, { durationMs: 1, speech: [], timings: [] }),
    ];
    const [mine, absent, malformed] = await Promise.all([takeId, randomUUID(), 'x'].map((take) => Promise.all(paths(take))));
    expect(mine!.map(({ status }) => status)).toEqual(Array(7).fill(404));
    expect(mine!.map(({ text }) => text)).toEqual(absent!.map(({ text }) => text));
    expect(mine!.map(({ text }) => text)).toEqual(malformed!.map(({ text }) => text));
    const theirs = (await other.begin()).id;
    // Neither can somebody take over a take by its id, nor allow something for a session of another.
    expect((await other.take(theirs, { takeId })).status).toBe(404);
    expect((await other.take(id)).status).toBe(404);
    expect(await other.allow(id)).toMatchObject({ status: 404 });
    expect(await other.allow('not-an-interview')).toMatchObject({ status: 404 });
    const guest = world.visitor();
    expect((await guest.get(`/api/recordings/${takeId}/media`)).status).toBe(401);
    expect(await me.recording(takeId)).toMatchObject({ state: 'ready' });
  });
});
