import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Sound } from '../../../src/interviews/speech/sound.js';
import { Whisper } from '../../../src/interviews/speech/whisper.js';
import { whisperFiles } from '../../../src/interviews/speech/whisper-files.js';
import { type AiChoice, type AiProviders } from '../../../src/platform/ai/index.js';
import { Config } from '../../../src/platform/config/index.js';
import { plainWav as wav } from '../../../src/interviews/speech/plain-wav.fixture.js';
import { libraryFiles, modelFiles } from './whisper-stand-in.js';

const MODEL = 'somebody/whisper-base.en';
const choice = { provider: 'whisper', model: MODEL, baseUrl: '', apiKey: undefined, name: 'Whisper', staysHere: true } satisfies AiChoice;

describe('Whisper on this machine', () => {
  let folder: string;
  let whisper: Whisper;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'viva-models-'));
  });
  afterAll(async () => {
    (whisper as Whisper | undefined)?.onModuleDestroy();
    await rm(folder, { recursive: true, force: true });
  });

  const listen = (seconds: number, signal = new AbortController().signal) =>
    whisper.transcribe(choice, Sound.read(wav(seconds), 300), { signal, mayGoOn: () => Promise.resolve(true), spent: () => undefined });
  const heard = async () => JSON.parse((await listen(5)).text) as { pid: number; peak: number; sees: string[]; env: object; how: object; listening: object; model: string; task: string };

  it('says in plain words at the start what is missing, and how to get it', async () => {
    const [empty, half] = [join(folder, 'empty'), join(folder, 'half')];
    expect(() => whisperFiles(empty, MODEL)).toThrow(/MODELS_DIR: .* does not hold the files of the Whisper model somebody\/whisper-base\.en\. Fetch both with: npm run whisper:fetch -- .* somebody\/whisper-base\.en/);
    await modelFiles(half, MODEL);
    expect(() => whisperFiles(half, MODEL)).toThrow(/the package @huggingface\/transformers, which runs Whisper, is neither in .*half nor installed here/);
    expect(() => whisperFiles(half, `${MODEL}/../whisper-base.en`)).toThrow(/does not hold the files/);
    const whole = join(folder, 'whole');
    await modelFiles(whole, MODEL);
    await libraryFiles(whole);
    expect(whisperFiles(whole, MODEL)).toMatchObject({ folder: whole, model: MODEL, numbers: 'q8' });
    const config = Config.read({ SECRET: 'k3J9-vQ2x_Zr7Lw8Tn5Yp1Bd6Hc4Fs0M', DATABASE_URL: 'postgres://app@db/viva', MODELS_DIR: whole });
    whisper = new Whisper({ for: () => [choice] } as unknown as AiProviders, config);
  });

  it('listens in a process of its own that sees no secret and fetches nothing, and stays ready for the next', async () => {
    const first = await heard();
    expect(first).toMatchObject({
      task: 'automatic-speech-recognition', model: MODEL, how: { dtype: 'q8', device: 'cpu' },
      env: { allowRemoteModels: false, allowLocalModels: true, localModelPath: join(folder, 'whole') }, listening: { chunk_length_s: 30, return_timestamps: true },
    });
    expect(first.peak).toBeCloseTo(8_000 / 32_768, 3);
    expect(first.sees.filter((name) => /SECRET|KEY|DATABASE|URL/.test(name))).toEqual([]);
    expect(first.pid).not.toBe(process.pid);
    const [second, third] = await Promise.all([heard(), heard()]);
    expect([second.pid, third.pid]).toEqual([first.pid, first.pid]);
  });

  it('tells when each stretch was said', async () => {
    expect((await listen(5)).timings).toEqual([{ from: 0, to: 6, startMs: 0, endMs: 0 }]);
  });

  it.each([['dies', 1, 'ai.unavailable'], ['has no memory', 2, 'ai.unavailable'], ['hears nothing', 4, 'interviews.nothing_heard']])('that %s says so, and listens to the next answer', async (_what, seconds, code) => {
    await expect(listen(seconds)).rejects.toMatchObject({ code });
    expect((await heard()).task).toBe('automatic-speech-recognition');
  });

  it('stops when nobody waits any more, and the next one has its turn', async () => {
    const { pid } = await heard();
    const typing = new AbortController();
    const listening = listen(3, typing.signal);
    const next = heard();
    // By then it has been handed over, and the process is at it for ever.
    await setImmediate();
    typing.abort(new Error('typed instead'));
    await expect(listening).rejects.toThrow('typed instead');
    expect((await next).pid).not.toBe(pid);
  });
});
