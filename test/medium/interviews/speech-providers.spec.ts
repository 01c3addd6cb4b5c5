import { join } from 'node:path';
import { ProviderTranscriber } from '../../../src/interviews/speech/provider-transcriber.js';
import { ProviderVoice } from '../../../src/interviews/speech/provider-voice.js';
import { Sound } from '../../../src/interviews/speech/sound.js';
import { type AiChoice, AiTimings } from '../../../src/platform/ai/index.js';
import { projectRoot } from '../../../src/platform/config/index.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { plainWav as wav } from '../../../src/interviews/speech/plain-wav.fixture.js';
import { GERMAN, MP3, SAID, SpeechServer, type Treatment } from './speech-server.js';

const KEY = 'key-of-the-operator';
const timings = Object.assign(new AiTimings(), { ask: 20_000 });
const transcriber = new ProviderTranscriber(timings, Policy.load('viva-voce', join(projectRoot, 'policies')));
const voice = new ProviderVoice(timings);
const server = new SpeechServer();
let v1: string;

beforeAll(async () => { v1 = await server.open(); });
afterAll(() => server.close());
beforeEach(() => {
  server.treat([]);
  Object.assign(timings, { ask: 20_000 });
});

const choice = (provider: AiChoice['provider'], model: string): AiChoice => ({ provider, model, apiKey: provider === 'compatible' ? undefined : KEY, baseUrl: v1, name: provider, staysHere: false });
const spent: object[] = [];
const bounds = (signal = new AbortController().signal, mayGoOn = true) => ({ signal, mayGoOn: () => Promise.resolve(mayGoOn), spent: (units: object) => { spent.push(units); } });

interface Ears { provider: AiChoice['provider']; model: string; path: string; key: [string, string] | null; timed: boolean; fillers: number | null; fields: Record<string, string> }

describe.each<Ears>([
  { provider: 'openai', model: 'whisper-1', path: '/v1/audio/transcriptions', key: ['authorization', `Bearer ${KEY}`], timed: true, fillers: null, fields: { model: 'whisper-1', response_format: 'verbose_json', 'timestamp_granularities[]': 'word', language: 'en', temperature: '0' } },
  { provider: 'compatible', model: 'Systran/faster-whisper-small', path: '/v1/audio/transcriptions', key: null, timed: true, fillers: null, fields: { model: 'Systran/faster-whisper-small', response_format: 'verbose_json', 'timestamp_granularities[]': 'word' } },
  { provider: 'elevenlabs', model: 'scribe_v2', path: '/v1/speech-to-text', key: ['xi-api-key', KEY], timed: true, fillers: 2, fields: { model_id: 'scribe_v2', diarize: 'false', tag_audio_events: 'false', timestamps_granularity: 'word' } },
  { provider: 'xai', model: 'stt', path: '/v1/stt', key: ['authorization', `Bearer ${KEY}`], timed: true, fillers: 2, fields: { language: 'en', filler_words: 'true' } },
])('$provider, asked to write down what is said', ({ provider, model, path, key, fillers, fields }) => {
  const sound = Sound.read(wav(4), 300);
  const ask = (signal?: AbortSignal, mayGoOn?: boolean) => transcriber.transcribe(choice(provider, model), sound, bounds(signal, mayGoOn));

  it('is sent the sound and nothing of whoever speaks, and tells each word with its time', async () => {
    const heard = await ask();
    expect(heard).toMatchObject({ text: SAID, fillers });
    const asked = server.asked[0]!;
    expect(asked.path).toBe(path);
    expect(asked.fields).toMatchObject(fields);
    expect(asked.sound!.equals(sound.wav)).toBe(true);
    if (key) expect(asked.headers[key[0]]).toBe(key[1]);
    const words = heard.timings.map(({ from, to }) => heard.text.slice(from, to));
    expect(words.map((word) => word.replace(/[,.]/g, ''))).toEqual(SAID.replace(/[,.]/g, '').split(' '));
    expect(heard.timings.every(({ startMs, endMs }, index) => startMs <= endMs && startMs >= (heard.timings[index - 1]?.startMs ?? 0) && endMs <= 4_000)).toBe(true);
  });

  it.each<[Treatment[], number]>([[['too many requests'], 2], [['internal error', 'too many requests'], 3]])('is asked again after %j', async (treatments, requests) => {
    server.treat(treatments);
    expect((await ask()).text).toBe(SAID);
    expect(server.asked).toHaveLength(requests);
  });

  it.each<[Treatment, string]>([
    ['internal error', 'ai.unavailable'], ['hangs up', 'ai.unavailable'], ['redirect', 'ai.unavailable'],
    ['no JSON', 'ai.bad_answer'], ['a megabyte', 'ai.bad_answer'], ['no text', 'interviews.nothing_heard'],
  ])('that answers with %s is told apart in words, and what it sent is in no error', async (treatment, code) => {
    server.treat([], treatment);
    const error = await ask().catch((thrown: unknown) => thrown as Error);
    expect(error).toMatchObject({ code });
    expect(JSON.stringify({ ...(error as object), cause: (error as Error).cause, message: (error as Error).message })).not.toMatch(/long long|Of course/);
  });

  it('is waited for no longer than it should be', async () => {
    Object.assign(timings, { ask: 300 });
    server.treat([], 'silence');
    await expect(ask()).rejects.toMatchObject({ code: 'ai.unavailable' });
  });

  it('writes down another language as it was spoken, for the candidate to see', async () => {
    server.treat([], 'another language');
    expect((await ask()).text).toBe(GERMAN);
  });

  it('sees nothing where asking is not allowed, and is hung up on when somebody stops waiting', async () => {
    await expect(ask(undefined, false)).rejects.toMatchObject({ code: 'ai.unavailable' });
    expect([server.asked.length, spent.at(-1)]).toEqual([0, {}]);
    const stopped = new AbortController();
    server.treat([], 'silence');
    server.meanwhile = () => { stopped.abort(new Error('typed instead')); return Promise.resolve(); };
    await expect(ask(stopped.signal)).rejects.toThrow('typed instead');
    expect(server.asked).toHaveLength(1);
  });
});

it('says for how long whoever writes down asks to be left alone', async () => {
  Object.assign(timings, { ask: 2_000 });
  server.treat([], 'too many requests, wait half a minute');
  await expect(transcriber.transcribe(choice('openai', 'whisper-1'), Sound.read(wav(4), 300), bounds())).rejects.toMatchObject({ code: 'ai.unavailable', extras: { retryAfterSeconds: 30 } });
});

interface Mouth { provider: AiChoice['provider']; model: string; path: string; says: Record<string, unknown> }

describe.each<Mouth>([
  { provider: 'openai', model: 'gpt-4o-mini-tts', path: '/v1/audio/speech', says: { model: 'gpt-4o-mini-tts', input: 'How do you test?', voice: 'alloy', response_format: 'mp3' } },
  { provider: 'elevenlabs', model: 'eleven_flash_v2_5', path: '/v1/text-to-speech/21m00Tcm4TlvDq8ikWAM?output_format=mp3_44100_128', says: { model_id: 'eleven_flash_v2_5', text: 'How do you test?' } },
  { provider: 'xai', model: 'tts', path: '/v1/tts', says: { text: 'How do you test?', voice_id: 'eve', output_format: { codec: 'mp3' } } },
])('$provider, asked to read aloud', ({ provider, model, path, says }) => {
  const ask = (mayGoOn = true) => voice.read(choice(provider, model), 'How do you test?', bounds(undefined, mayGoOn));

  it('is sent the question alone, and its sound is taken', async () => {
    server.treat(['too many requests']);
    expect((await ask()).equals(MP3)).toBe(true);
    expect(server.asked.map((asked) => asked.path)).toEqual([path, path]);
    expect(server.asked[1]!.fields).toMatchObject(says);
  });

  it.each<[Treatment, string]>([['internal error', 'ai.unavailable'], ['hangs up', 'ai.unavailable'], ['redirect', 'ai.unavailable'], ['no sound', 'ai.bad_answer']])('that answers with %s is told in words', async (treatment, code) => {
    server.treat([], treatment);
    await expect(ask()).rejects.toMatchObject({ code });
  });

  it('sees nothing where asking is not allowed', async () => {
    await expect(ask(false)).rejects.toMatchObject({ code: 'ai.unavailable' });
    expect(server.asked).toHaveLength(0);
  });
});
