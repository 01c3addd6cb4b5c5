import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AiTimings } from '../../../src/platform/ai/index.js';
import { allow, takeBack } from '../../support/consents.js';
import { plainWav as wav } from '../../../src/interviews/speech/plain-wav.fixture.js';
import { withPlan } from '../../support/payments.js';
import { pdf } from '../../support/sample-resumes.js';
import { until } from '../../support/until.js';
import { Visitor } from '../../support/visitor.js';
import { freePort, SECRET, World } from '../../support/world.js';
import { Speaker } from './speaker.js';
import { MP3, SAID, SpeechServer } from './speech-server.js';

/** Found wherever sound would lie, since every second of it says this a thousand times. */
const MARK = 'ViVa-SoUnD-mArK!';
const MARKED = wav(5, [...new Int16Array(new Uint8Array(Buffer.from(MARK)).buffer)]);
const ORDER = { AI_EVALUATOR: 'none', AI_QUESTIONS: 'none', AI_TRANSCRIBER: 'openai:whisper-1,elevenlabs:scribe_v2', AI_VOICE: 'elevenlabs:eleven_flash_v2_5,openai:gpt-4o-mini-tts', AI_REALTIME: 'none' };

interface Transcript { text: string; transcriber: string; timings: { from: number; to: number; startMs: number; endMs: number }[]; fillers: number | null }
interface Report { answers: { given: { transcriber: string; take: { estimated: boolean; cues: { startMs: number }[]; delivery: { fillers: { per100Words: number } | null } } } }[] }

describe('a voice of somebody else, and their ears', () => {
  const server = new SpeechServer();
  const bucket = createServer((_request, response) => { inTheBucket += 1; response.writeHead(500).end(); });
  let inTheBucket = 0;
  let world: World;
  let folder: string;
  let settings: Record<string, string>;
  let me: Speaker;
  let id: string;
  let takeId: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'viva-speech-'));
    const v1 = await server.open();
    settings = { ...ORDER, OPENAI_API_KEY: 'k', OPENAI_BASE_URL: v1, ELEVENLABS_API_KEY: 'k', ELEVENLABS_BASE_URL: v1 };
    world = await World.create({ ...settings, STORAGE_DIR: join(folder, 'objects') });
  });
  afterAll(async () => {
    await world.destroy();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    server.treat([]);
    Object.assign(world.app.get(AiTimings), { ask: 20_000 });
    me = await Speaker.in(world);
    ({ id } = await me.begin({ answerKind: 'audio' }));
    takeId = await me.taken(id, { kind: 'audio' });
  });

  const listen = (take = takeId, sound = MARKED, speaker: Pick<Visitor, 'send'> = me.visitor) => speaker.send('POST', `/api/takes/${take}/transcript`, sound as Buffer<ArrayBuffer>, { 'content-type': 'audio/wav' });
  const let1 = (provider: 'openai' | 'elevenlabs' = 'openai') => allow(world, me.accountId, 'ai_processing', provider);
  const runs = () => world.database.query<{ provider: string; outcome: string; fields: string[]; cost: number }>(
    'select provider, outcome, fields, cost_micro_usd::int as cost from ai.run where account_id = $1 order by id', [me.accountId]);
  const filesIn = async (place: string): Promise<string[]> => (await readdir(place, { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).map(({ name }) => name);

  /** Rows of any table that hold a part of the sound, as it is, in hexadecimal or in base64. */
  const rowsWithSound = async (): Promise<number> => {
    const tables = await world.database.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    const forms = [MARK, Buffer.from(MARK).toString('hex'), ...[0, 1, 2].map((at) => Buffer.from(MARK.repeat(3)).subarray(at).toString('base64').slice(4, 24))];
    const [row] = await world.database.query<{ count: number }>(
      `select count(*)::int as count from (${tables.map(({ name }) => `select t::text as row from ${name} t`).join(' union all ')}) everything where row like any($1)`, [forms.map((form) => `%${form}%`)]);
    return row!.count;
  };

  describe('that writes down what is said', () => {
    it('is asked by nobody who did not allow it, and sees no call then', async () => {
      const { body } = await me.visitor.get('/api/speech');
      expect(body).toMatchObject({ transcribers: [{ provider: 'openai', name: 'OpenAI', staysHere: false, allowed: false }, { provider: 'elevenlabs', allowed: false }] });
      expect(await listen()).toMatchObject({ status: 403, body: { code: 'consent.required' } });
      await let1();
      await takeBack(world, me.accountId, 'ai_processing', 'openai');
      expect(await listen()).toMatchObject({ status: 403, body: { code: 'consent.required' } });
      expect(server.asked).toHaveLength(0);
      expect(await runs()).toEqual([]);
    });

    it('[MR16] gives back the words with their times, is named on the report with what the candidate made of them, and its run is logged with what it cost', async () => {
      await let1();
      const { status, body } = await listen();
      expect(status).toBe(200);
      const { text, transcriber, timings, fillers } = body as Transcript;
      expect([text, transcriber, fillers]).toEqual([SAID, 'openai/whisper-1', null]);
      expect(server.asked[0]!.sound!.equals(MARKED)).toBe(true);
      expect(await runs()).toEqual([{ provider: 'openai', outcome: 'done', fields: ['sound'], cost: 500 }]);
      await me.write(id, 1, `${text} Sales rose.`, { kind: 'audio', transcriber: `${transcriber}_edited` });
      await me.visitor.put(`/api/takes/${takeId}/delivery`, { durationMs: 5_000, speech: [[0, 4_500]], timings, fillers });
      await me.submit(id);
      await world.settle();
      const report = (await me.visitor.get(`/api/interviews/${id}/report`)).body as Report;
      expect(report.answers[0]!.given).toMatchObject({ transcriber: 'openai/whisper-1_edited', take: { estimated: false, delivery: { fillers: null } } });
      expect(await listen()).toMatchObject({ status: 409, body: { code: 'interviews.already_submitted' } });
    });

    it('[MP02] has, of a session, what the resume shows, what the job asks for, and what was said', async () => {
      const begun = async (who: Speaker, wish: object): Promise<[string, string | undefined]> => {
        await who.visitor.putFile('/api/resume', await pdf((doc) => { doc.text(`Software engineer\nSkills: Kafka, RabbitMQ.\n${'I have run queues for eight years in three companies, and I know how they fail. '.repeat(6)}`); }));
        const { id: begunId } = await who.begin({ answerKind: 'audio', ...wish });
        return [begunId, (await world.database.query<{ id: string }>('select question_id as id from interviews.question where interview_id = $1 order by position', [begunId]))[0]?.id];
      };
      const [session, first] = await begun(me = await Speaker.in(world), { jobDescription: 'You run our releases with Docker, Kubernetes, GitHub Actions and feature flags.' });
      expect([first, (await begun(await Speaker.in(world), {}))[1]]).toEqual(['risky-release', 'notification-delivery']);
      await let1();
      const heard = (await listen(await me.taken(session, { kind: 'audio' }))).body as Transcript;
      await me.write(session, 1, heard.text, { kind: 'audio', transcriber: heard.transcriber });
      await me.submit(session).then(() => world.settle());
      expect(((await me.visitor.get(`/api/interviews/${session}/report`)).body as Report).answers[0]).toMatchObject({ text: SAID, given: { transcriber: 'openai/whisper-1' } });
    });

    it('steps in for another that is away, if it is allowed, too; and fillers are measured where it counts them', async () => {
      await let1();
      server.treat([], 'internal error');
      expect(await listen()).toMatchObject({ status: 503, body: { code: 'ai.unavailable' } });
      expect(server.asked.map(({ path }) => path)).toEqual(Array(3).fill('/v1/audio/transcriptions'));
      await let1('elevenlabs');
      server.treat(['internal error', 'internal error', 'internal error']);
      const { text, transcriber, timings, fillers } = (await listen()).body as Transcript;
      expect([text, transcriber, fillers]).toEqual([SAID, 'elevenlabs/scribe_v2', 2]);
      await me.write(id, 1, text, { kind: 'audio', transcriber });
      await me.visitor.put(`/api/takes/${takeId}/delivery`, { durationMs: 5_000, speech: [[0, 4_500]], timings, fillers });
      await me.submit(id);
      await world.settle();
      const report = (await me.visitor.get(`/api/interviews/${id}/report`)).body as Report;
      expect(report.answers[0]!.given.take.delivery.fillers!.per100Words).toBeCloseTo(12.5, 1);
    });

    it('is hung up on when the consent is taken back in the middle, and what it heard reaches nobody', async () => {
      await let1();
      server.treat([], 'silence');
      server.meanwhile = () => takeBack(world, me.accountId, 'ai_processing', 'openai');
      expect(await listen()).toMatchObject({ status: 403, body: { code: 'consent.required' } });
      await until('it was hung up on', () => Promise.resolve(server.hungUp === 1));
      await let1();
      server.treat([]);
      server.meanwhile = () => takeBack(world, me.accountId, 'ai_processing', 'openai');
      const late = await listen();
      expect(late.status).toBe(403);
      expect(late.text).not.toContain('logs');
    });

    it('is hung up on when whoever speaks types instead', async () => {
      await let1();
      server.treat([], 'silence');
      const typing = new AbortController();
      server.meanwhile = () => { typing.abort(); return Promise.resolve(); };
      await expect(fetch(`${world.url}/api/takes/${takeId}/transcript`, { method: 'POST', signal: typing.signal, headers: { cookie: me.visitor.cookie, origin: world.url, 'content-type': 'audio/wav' }, body: new Uint8Array(MARKED) })).rejects.toThrow();
      await until('it was hung up on', () => Promise.resolve(server.hungUp === 1));
      await until('its run has ended', async () => (await runs())[0]?.outcome === 'interviews.hung_up');
    });

    it('hears nothing but the sound of a take that is its speaker’s own and counts', async () => {
      await let1();
      const stranger = await Speaker.in(world);
      expect((await listen(takeId, MARKED, stranger.visitor)).status).toBe(404);
      expect((await listen('no-id')).status).toBe(404);
      expect(await listen(takeId, Buffer.from('%PDF-1.7'))).toMatchObject({ status: 415, body: { code: 'interviews.sound_unreadable' } });
      expect(await me.visitor.post(`/api/takes/${takeId}/transcript`, {})).toMatchObject({ status: 415, body: { code: 'interviews.sound_unreadable' } });
      expect(await listen(takeId, wav(1, [0]))).toMatchObject({ status: 422, body: { code: 'interviews.nothing_heard' } });
      expect(await listen(takeId, wav(306))).toMatchObject({ status: 413, body: { code: 'interviews.sound_too_long' } });
      const again = await me.taken(id, { kind: 'audio' });
      expect((await listen()).status).toBe(404);
      expect(server.asked).toHaveLength(0);
      expect((await listen(again, wav(300))).status).toBe(200);
      expect(server.asked).toHaveLength(1);
    });

    it('[MR21] [IM05] leaves not one byte of sound on any disk, in any bucket or table where nothing may be kept: not while it listens, not afterwards, and not when the server is killed in the middle', async () => {
      await let1();
      /** What the compiler of the tests lays down for itself before anybody speaks. */
      let laidDown: string[] = [];
      const clean = async (...places: string[]): Promise<void> => {
        expect((await Promise.all(places.map(filesIn))).flat().sort()).toEqual(laidDown);
        expect(await rowsWithSound()).toBe(0);
        expect(inTheBucket).toBe(0);
      };
      const objects = join(folder, 'objects');
      server.meanwhile = () => clean(objects);
      expect((await listen()).status).toBe(200);
      await clean(objects);
      // The search finds sound where there is some.
      await me.write(id, 1, MARK, { kind: 'audio' });
      expect(await rowsWithSound()).toBe(1);
      await me.write(id, 1, SAID, { baseRevision: 1, kind: 'audio', transcriber: 'openai/whisper-1' });

      const web = await killableWeb(bucket, { ...settings, DATABASE_URL: world.database.applicationUrl });
      try {
        laidDown = (await filesIn(web.temporary)).sort();
        server.treat([], 'silence');
        const hearing = new Promise<void>((resolve) => { server.meanwhile = () => { resolve(); return Promise.resolve(); }; });
        const mine = new Visitor(web.url);
        mine.keep(`${me.visitor.cookie}; Path=/`);
        const answer = listen(takeId, MARKED, mine).then(() => 'answered', () => 'cut off');
        await hearing;
        await clean(web.temporary, web.objects);
        web.process.kill('SIGKILL');
        expect(await answer).toBe('cut off');
        await clean(web.temporary, web.objects, objects);
      } finally {
        web.process.kill('SIGKILL');
        bucket.close();
      }
      // What the page holds can be sent again, as the same take.
      server.treat([]);
      expect((await listen()).body).toMatchObject({ text: SAID });
    });
  });

  /** A web server of its own, with a bucket, a folder for files and one for temporary files that nobody else uses. */
  const killableWeb = async (s3: Server, environment: Record<string, string>): Promise<{ process: ChildProcess; url: string; temporary: string; objects: string }> => {
    await new Promise<void>((resolve) => { s3.listen(0, '127.0.0.1', resolve); });
    const [port, temporary, objects] = [await freePort(), join(folder, 'tmp'), join(folder, 'unused')];
    await Promise.all([mkdir(temporary), mkdir(objects)]);
    const child = fork(join(import.meta.dirname, 'web-process.ts'), [], {
      execArgv: ['--import', join(import.meta.dirname, '../../support/typescript.mjs')],
      env: {
        ...environment, PATH: process.env.PATH, NODE_ENV: 'test', SECRET, PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, LOG_LEVEL: 'silent', TMPDIR: temporary, STORAGE_DIR: objects,
        S3_BUCKET: 'recordings', S3_ENDPOINT: `http://127.0.0.1:${(s3.address() as AddressInfo).port}`, S3_FORCE_PATH_STYLE: 'true', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 'k',
      },
    });
    await once(child, 'message');
    return { process: child, url: `http://localhost:${port}`, temporary, objects };
  };

  describe('that reads questions aloud', () => {
    const QUESTION = 'risky-release';
    const hear = (path = `/api/questions/${QUESTION}/voice`, visitor: Pick<Visitor, 'get'> = world.visitor(), headers = {}) => visitor.get(path, headers);
    const spoken = () => world.database.query<{ subject: string | null; days: number; bytes: string }>(
      `select o.subject, round(extract(epoch from o.expires_at - clock.now()) / 86400)::int as days, o.bytes from interviews.spoken_text join storage.object o on o.id = object where o.status = 'stored'`);

    afterEach(async () => {
      await world.database.query('delete from storage.object where id in (select object from interviews.spoken_text)');
    });

    it('[MP07] [MP10] [MP27] reads a question of the bank to a guest, is asked for it once, and the same bytes serve everybody, whole or in ranges', async () => {
      expect((await hear('/api/voice')).body).toEqual({ name: 'ElevenLabs' });
      const [first, second] = await Promise.all([hear(), hear()]);
      expect([first.status, second.status, first.headers.get('content-type')]).toEqual([200, 200, 'audio/mpeg']);
      expect(Number(first.headers.get('content-length'))).toBe(MP3.length);
      expect(await hear(undefined, me.visitor, { range: 'bytes=0-3' })).toMatchObject({ status: 206 });
      expect(server.asked.map(({ path }) => path)).toEqual(['/v1/text-to-speech/21m00Tcm4TlvDq8ikWAM?output_format=mp3_44100_128']);
      expect(await spoken()).toEqual([{ subject: null, days: 90, bytes: String(MP3.length) }]);
      expect(await world.database.query(`select account_id, fields from ai.run where role = 'voice'`)).toEqual([{ account_id: null, fields: ['question'] }]);
    });

    it('is asked anew once its reading is over', async () => {
      await hear();
      await world.database.moveClock('91 days');
      expect((await hear()).status).toBe(200);
      expect(server.asked).toHaveLength(2);
      expect(await spoken()).toHaveLength(1);
    });

    it('[MR16] is followed by the next when it is away, and by the browser’s own when all are', async () => {
      server.treat(['internal error', 'internal error', 'internal error']);
      expect((await hear()).status).toBe(200);
      expect(server.asked.at(-1)!.path).toBe('/v1/audio/speech');
      await world.database.query('delete from storage.object where id in (select object from interviews.spoken_text)');
      server.treat([], 'no sound');
      expect([await hear(), await spoken()]).toMatchObject([{ status: 502, body: { code: 'ai.bad_answer' } }, []]);
    });

    it.each(['no-such-question', `${QUESTION}/voice/..`, 'x'.repeat(99)])('knows no question %s', async (questionId) => {
      expect((await hear(`/api/questions/${encodeURIComponent(questionId)}/voice`)).status).toBe(404);
      expect(server.asked).toHaveLength(0);
    });

    it('[MP10] reads what was written for one person to them alone, with a plan and under their consent, and keeps nothing of it', async () => {
      const mine = `/api/interviews/${id}/answers/1/voice`;
      expect((await hear(mine, me.visitor)).status).toBe(200);
      expect(await spoken()).toHaveLength(1);
      await world.database.query('update interviews.question set text = $2 where interview_id = $1 and position = 1', [id, 'You wrote of a shop in Lyon. What broke there?']);
      server.treat([]);
      expect((await me.visitor.get('/api/speech')).body).toMatchObject({ voices: [{ provider: 'elevenlabs', needs: 'plan' }, { provider: 'openai', needs: 'plan' }] });
      expect(await hear(mine, me.visitor)).toMatchObject({ status: 402, body: { code: 'interviews.voice_needs_plan' } });
      const plan = await withPlan(world, me.accountId);
      expect((await me.visitor.get('/api/speech')).body).toMatchObject({ voices: [{ needs: 'nothing' }, { needs: 'nothing' }] });
      expect(await hear(mine, me.visitor)).toMatchObject({ status: 403, body: { code: 'consent.required' } });
      const stranger = await Speaker.in(world);
      expect((await hear(mine, stranger.visitor)).status).toBe(404);
      expect(server.asked).toHaveLength(0);
      await let1('elevenlabs');
      for (const call of [1, 2]) {
        expect(await hear(mine, me.visitor)).toMatchObject({ status: 200 });
        expect(server.asked).toHaveLength(call);
      }
      expect(server.asked[0]!.fields.text).toBe('You wrote of a shop in Lyon. What broke there?');
      expect(await spoken()).toHaveLength(1);
      expect((await runs()).map(({ fields }) => fields)).toEqual([['question'], ['question']]);
      await world.database.query(`update payments.subscription set state = 'ended', ended_at = clock.now(), current_until = clock.now() where id = $1`, [plan.subscriptionId]);
      expect(await hear(mine, me.visitor)).toMatchObject({ status: 402 });
    });
  });
});
