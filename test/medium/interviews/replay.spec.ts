import { randomUUID } from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { interviewsHolder } from '../../../src/interviews/interviews.personal-data.js';
import { heardText } from '../../../src/interviews/speech/heard-text.js';
import { Database } from '../../../src/platform/db/index.js';
import { World } from '../../support/world.js';
import { Speaker } from './speaker.js';

const SAID = 'I read the logs. Then I found the one server that failed, and took it out of the pool.';

interface Take { takeId: string; number: number; recording: { state: string; durationMs: number; expiresAt: string } | null; gone: { why: string; at: string | null; days: number | null } | null; cues: { from: number; to: number; startMs: number; endMs: number }[]; estimated: boolean; delivery: { durationMs: number; fillers: null } | null }
interface Given { kind: string; transcriber: string; take: Take | null }
interface Report { answers: { text: string; given: Given | null }[] }

describe('a spoken answer in its report', () => {
  let world: World;
  let me: Speaker;

  beforeAll(async () => {
    world = await World.create();
    me = await Speaker.in(world);
  });
  afterAll(() => world.destroy());

  const begun = async (...kinds: ('audio' | 'video')[]): Promise<string> => {
    const { id } = await me.begin();
    for (const kind of kinds) await me.allow(id, kind);
    return id;
  };
  const reported = async (id: string): Promise<void> => {
    expect((await me.submit(id)).status).toBe(202);
    await world.settle();
  };
  const given = async (id: string): Promise<(Given | null)[]> => ((await me.visitor.get(`/api/interviews/${id}/report`)).body as Report).answers.map((answer) => answer.given);
  const deliver = async (takeId: string, timings: object[] = []): Promise<void> =>
    expect((await me.visitor.put(`/api/takes/${takeId}/delivery`, { durationMs: 5000, speech: [[500, 1500], [2500, 4500]], timings })).status).toBe(204);
  const paperOf = async (id: string): Promise<string> => {
    const pdf = await fetch(`${world.url}/api/interviews/${id}/report/pdf`, { headers: { cookie: me.visitor.cookie } });
    return (await extractText(await getDocumentProxy(new Uint8Array(await pdf.arrayBuffer())), { mergePages: true })).text.replaceAll(/\s+/g, ' ');
  };
  const captions = (takeId: string, who = me.visitor) => fetch(`${world.url}/api/recordings/${takeId}/captions.vtt`, { headers: { cookie: who.cookie } });

  it('[MP08] says how it was given, how often, who wrote it down, and when each phrase of it was said', async () => {
    const id = await begun('video');
    await me.recorded(id);
    const video = await me.recorded(id);
    await me.write(id, 1, SAID, { kind: 'video' });
    const audio = await me.taken(id, { position: 2, kind: 'audio' });
    await deliver(audio, [{ from: 0, to: 16, startMs: 600, endMs: 1400 }]);
    await me.write(id, 2, SAID, { kind: 'audio', transcriber: 'device_edited' });
    await me.write(id, 3, SAID);
    await reported(id);
    const [first, second, third] = await given(id);
    expect(first).toMatchObject({ kind: 'video', transcriber: 'candidate', take: { takeId: video, number: 2, gone: null, estimated: true, delivery: null, recording: { state: 'ready' } } });
    const { cues, recording } = first!.take!;
    expect(cues.map(({ from, to }) => SAID.slice(from, to))).toEqual(['I read the logs.', 'Then I found the one server that failed,', 'and took it out of the pool.']);
    expect(cues.at(-1)!.endMs).toBeLessThanOrEqual(recording!.durationMs);
    expect(second).toMatchObject({
      kind: 'audio', transcriber: 'device_edited',
      take: { number: 1, recording: null, gone: { why: 'not_kept', at: null, days: null }, estimated: false, delivery: { durationMs: 5000, speakingMs: 3000, pauses: { count: 0 }, fillers: null } },
    });
    expect(second!.take!.cues[0]).toEqual({ from: 0, to: 16, startMs: 600, endMs: 1400 });
    expect(third).toEqual({ kind: 'text', transcriber: 'candidate', take: null });
    const text = await paperOf(id);
    for (const words of ['Answered by video, recorded twice. Transcript: you typed it.', 'Answered by voice. Transcript: recognised on your device, edited by you.', 'Answered by typing.']) expect(text).toContain(words);
  });

  it('names a program only for what it wrote down here, whatever the page says: on the report, on its paper and in the copy of one’s data', async () => {
    const id = await begun();
    const heard = await me.taken(id, { kind: 'audio' });
    await world.database.query('update interviews.take set heard = $2 where id = $1', [heard, JSON.stringify([heardText(heard, 'openai/whisper-1', 'I read the logs.')])]);
    await me.taken(id, { position: 2, kind: 'audio' });
    await deliver(await me.taken(id, { position: 3, kind: 'audio' }), [{ from: 0, to: 16, startMs: 600, endMs: 1400 }]);
    await me.write(id, 1, SAID, { kind: 'audio', transcriber: 'openai/whisper-1' });
    await me.write(id, 2, SAID, { kind: 'audio', transcriber: 'device' });
    await me.write(id, 3, SAID, { kind: 'audio', transcriber: 'whisper/base.en' });
    await reported(id);
    const written = ['openai/whisper-1_edited', 'device', 'candidate'];
    const shown = await given(id);
    expect(shown.map((one) => one?.transcriber)).toEqual(written);
    // Nobody listened, so nobody knows when it was said.
    expect(shown[2]!.take!.estimated).toBe(true);
    const { interviews } = (await interviewsHolder.export(world.app.get(Database).alone, me.accountId)) as unknown as { interviews: { id: string; answers: { writtenDownBy: string }[] }[] };
    expect(interviews.find((one) => one.id === id)?.answers.map(({ writtenDownBy }) => writtenDownBy)).toEqual(written);
    expect(await paperOf(id)).toContain('Transcript: OpenAI (whisper-1), edited by you.');
    expect(await paperOf(id)).not.toContain('Whisper');
  });

  it('has captions of what is said, which say when their times are estimated; nobody else has them, and nobody once the consent is taken back', async () => {
    const id = await begun('video');
    const takeId = await me.recorded(id);
    expect((await captions(takeId)).status).toBe(404);
    await me.write(id, 1, 'I said <b>no</b>. Then I left.', { kind: 'video' });
    const response = await captions(takeId);
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'text/vtt; charset=utf-8', 'private, no-store']);
    expect(await response.text()).toMatch(/^WEBVTT\n\nNOTE The times are estimated.*\n\n00:00:00\.\d{3} --> 00:00:0\d\.\d{3}\nI said &lt;b&gt;no&lt;\/b&gt;\.\n\n/);
    const stranger = await world.candidate();
    expect([(await captions(takeId, stranger)).status, (await captions(randomUUID())).status, (await captions('nothing')).status]).toEqual([404, 404, 404]);
    await reported(id);
    await me.takeBack(id);
    expect((await captions(takeId)).status).toBeGreaterThanOrEqual(403);
    expect((await given(id))[0]!.take).toMatchObject({ recording: null, gone: { why: 'deleted' } });
  });

  it('says so when its recording was deleted, or its time is over: the voice after 30 days, the video after 90; the report stays', async () => {
    const id = await begun('video', 'audio');
    const [audio, video] = [await me.recorded(id, { kind: 'audio' }), await me.recorded(id, { position: 2 })];
    const deleted = await me.recorded(id, { position: 3 });
    for (const [position, kind] of [[1, 'audio'], [2, 'video'], [3, 'video']] as const) await me.write(id, position, SAID, { kind });
    await reported(id);
    expect((await me.visitor.delete(`/api/recordings/${deleted}`)).status).toBe(204);
    expect((await me.visitor.put(`/api/interviews/${id}/pin`, {})).status).toBe(200);
    const ends = (await given(id)).map((one) => one!.take!.recording?.expiresAt ?? null);
    const gone = async (): Promise<unknown[]> => (await given(id)).map((one) => one!.take!.gone);
    expect(await gone()).toEqual([null, null, { why: 'deleted', at: expect.any(String), days: null }]);
    for (const takeId of [audio, video]) {
      const [row] = await world.database.query<{ by: string }>('select (kept_until - clock.now())::text as by from interviews.take where id = $1', [takeId]);
      await world.database.moveClock(row!.by);
      await me.signIn();
      // Before any sweep has run.
      expect((await gone())[0]).toEqual({ why: 'ended', at: ends[0], days: 30 });
      expect((await captions(takeId)).status).toBe(404);
    }
    expect(await gone()).toEqual([{ why: 'ended', at: ends[0], days: 30 }, { why: 'ended', at: ends[1], days: 90 }, { why: 'deleted', at: expect.any(String), days: null }]);
    expect((await given(id))[0]).toMatchObject({ kind: 'audio', take: { number: 1 } });
  });
});
