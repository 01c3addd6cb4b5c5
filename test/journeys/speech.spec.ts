import { type Page } from 'playwright-core';
import { AtBrowser } from '../support/at-browser.js';
import { Chromium, inABrowser } from '../support/browser.js';
import { fakeDevices } from '../support/media/fake-devices.js';
import { until } from '../support/until.js';
import { type Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';
import { SAID, SpeechServer } from '../medium/interviews/speech-server.js';

/** Notes what is played beside the page, and has the device say nothing aloud. */
const EARS = `
  window.played = [];
  window.said = [];
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    if (!this.isConnected) this.addEventListener('ended', () => played.push(new URL(this.src).pathname));
    return play.call(this);
  };
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
  const voices = [{ lang: 'en-GB', localService: true, default: true, voiceURI: 'made up' }];
  Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), { getVoices: () => voices, speak: ({ text }) => said.push(text), cancel: () => undefined }) });`;

interface Report { answers: { given: { transcriber: string; take: { estimated: boolean } } | null }[] }

inABrowser('an interviewer with a voice, and somebody who writes down', () => {
  const server = new SpeechServer();
  let world: World;
  let chromium: Chromium;
  let devices: ReturnType<typeof fakeDevices>;
  let at: AtBrowser;
  let page: Page;

  beforeAll(async () => {
    devices = fakeDevices('speech');
    const v1 = await server.open();
    const keys = { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: v1, ELEVENLABS_API_KEY: 'k', ELEVENLABS_BASE_URL: v1 };
    [world, chromium] = await Promise.all([
      World.create({ ...keys, AI_EVALUATOR: 'none', AI_QUESTIONS: 'none', AI_REALTIME: 'none', AI_TRANSCRIBER: 'openai:whisper-1', AI_VOICE: 'elevenlabs:eleven_flash_v2_5' }),
      Chromium.launch(devices.flags),
    ]);
  });
  afterAll(async () => {
    await (chromium as Chromium | undefined)?.close();
    await (world as World | undefined)?.destroy();
    await server.close();
    devices.end();
  });

  const windowOf = async (visitor: Visitor | null): Promise<void> => {
    page = await chromium.window(world.url);
    if (visitor) await page.context().addCookies(visitor.cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: world.url })));
    await page.addInitScript(EARS);
    at = new AtBrowser(page);
  };
  const turnOn = async (): Promise<void> => {
    await at.sees('Check your camera and microphone');
    await at.press('Turn on your camera and microphone');
    await at.reads('Your voice is heard.');
  };
  const heard = (path: RegExp): Promise<true> => until('the question was heard', async () => (await page.evaluate<string[]>('played')).some((played) => path.test(played)) || null);
  /** Long enough to have a sound in it. */
  const record = async (): Promise<void> => {
    await at.press('Record');
    await page.getByRole('timer', { name: 'Recording' }).getByText(/^0:(0[2-9]|[1-5]\d)$/).waitFor();
    await at.press('Stop');
  };

  it('[MP07] reads the question, writes down a spoken answer, survives a provider that is away, and is named on the report with what the candidate put right', async () => {
    const me = await world.candidate();
    const { id } = (await me.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3, mode: 'live', answerKind: 'video' })).body as { id: string };
    await windowOf(me);
    await at.go(`/interviews/${id}?question=devices`);
    await turnOn();
    const consent = page.getByRole('group', { name: 'OpenAI' }).getByRole('switch');
    expect(await consent.isChecked()).toBe(false);
    await consent.click();
    await at.reads('Nobody sees you but you, and only OpenAI hears your answers, to write them down.');
    await at.look();
    await at.press('Go on');
    await at.press('Skip to question 1');
    await heard(/\/answers\/1\/voice$/);
    expect(await page.evaluate('said')).toEqual([]);

    server.treat([], 'silence');
    await record();
    await at.reads('Writing down what you said…');
    await at.look();
    // The page says so before the sound has travelled: nobody can be hung up on who was never rung.
    await until('somebody listens', () => Promise.resolve(server.asked.length === 1));
    await at.press('Type it instead');
    await page.getByLabel('Write down what you said').waitFor();
    await until('nobody listens any more', () => Promise.resolve(server.hungUp === 1));
    server.treat([], 'internal error');
    await at.press('Let OpenAI write it down');
    await at.reads('What you said could not be written down');
    await at.look();
    server.treat([]);
    await at.press('Try again');
    await page.locator('#answer-state').getByText(/^Saved/).waitFor();
    expect(await page.getByLabel('Write down what you said').inputValue()).toBe(SAID);
    await at.reads('OpenAI (whisper-1) wrote this down.');
    // The sound alone, in the one form: the picture stays in the browser, and nothing of either is kept here.
    expect(server.asked.at(-1)!.sound!.toString('latin1', 0, 4)).toBe('RIFF');
    expect(await world.database.query(`select content_type from storage.object where content_type <> 'audio/mpeg'`)).toEqual([]);
    await at.look();
    await page.getByLabel('Write down what you said').fill(`${SAID} Sales rose by a third.`);
    await page.locator('#answer-state').getByText(/^Saved/).waitFor();

    await at.go(`/interviews/${id}?question=2`);
    await at.press('Turn on your camera and microphone');
    await record();
    await page.locator('#answer-state').getByText(/^Saved/).waitFor();
    await at.go(`/interviews/${id}?question=review`);
    await at.press('Submit interview');
    await until('it is handed in', async () => (await me.get(`/api/interviews/${id}`)).text.includes('"state":"submitted"') || null);
    await world.settle();
    const report = (await me.get(`/api/interviews/${id}/report`)).body as Report;
    expect(report.answers.map(({ given }) => given && [given.transcriber, given.take.estimated])).toEqual([['openai/whisper-1_edited', false], ['openai/whisper-1', false], null]);
    await at.reads('Who wrote down what you said: OpenAI (whisper-1), edited by you; or OpenAI (whisper-1).');
    await at.look();
    expect(at.barriersMet).toEqual([]);
  });

  it('reads a question of the bank to a guest, whose voice goes nowhere; and where it cannot, the device reads', async () => {
    await windowOf(null);
    server.treat([]);
    // By chance it is a question that was read to somebody before: then nobody would be asked for it again.
    await world.database.query('delete from interviews.spoken_text');
    const guest = async (): Promise<void> => {
      await at.go('/practice/try');
      await page.getByRole('radio', { name: /^Speak with picture/ }).check();
      await page.getByLabel('Without help').check();
      await at.press('Start the interview');
      await turnOn();
      await at.press('Go on to question 1');
    };
    await guest();
    await heard(/^\/api\/questions\/[a-z-]+\/voice$/);
    expect(await page.evaluate('said')).toEqual([]);
    await record();
    await page.getByLabel('Write down what you said').waitFor();
    await at.look();
    expect(server.asked.map(({ path, sound }) => [path.split('?')[0], sound])).toEqual([['/v1/text-to-speech/21m00Tcm4TlvDq8ikWAM', null]]);
    server.treat([], 'internal error');
    await world.database.query('delete from interviews.spoken_text');
    await guest();
    await until('the device has read it', async () => (await page.evaluate<string[]>('said')).length > 0 || null);
    expect(at.barriersMet).toEqual([]);
  });
});
