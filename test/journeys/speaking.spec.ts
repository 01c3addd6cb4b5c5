import { readdirSync } from 'node:fs';
import { type Page } from 'playwright-core';
import { AtBrowser } from '../support/at-browser.js';
import { Chromium, inABrowser } from '../support/browser.js';
import { fakeDevices } from '../support/media/fake-devices.js';
import { until } from '../support/until.js';
import { signedUp } from './newcomer.js';
import { WholeProduct } from './whole-product.js';

const NETWORK_CUT_MS = 20_000;
/** A recorder's last picture and its last sound do not end in one moment, and a busy machine draws late. */
const AS_LONG_AS_MS = 1_500;
const ANSWERS = [
  'Last March our checkout failed for one customer in fifty. I compared the failing requests with the good ones, saw that all of them came from one server, and took it out. Failures went from two percent to zero within a day.',
  'I asked support for the ten loudest tickets, sorted them by what they cost, and showed the team a table. We fixed three causes in a week, and the tickets halved.',
  'My colleague wanted to rewrite the service. I measured both ways for a day, because neither of us knew, and the numbers said to keep it. We wrote that down together.',
  'I shipped the change behind a flag to one percent, watched the error rate for an hour, and widened it step by step. When it rose I turned the flag off within a minute.',
  'I told the customer the same morning what had broken, what we knew, and when we would write again. Then I wrote a test for the race and fixed the lock.',
];

/** A device with a voice, which says nothing aloud, and with a recogniser that hears what `hears` says: Chromium without a head has neither. */
const VOICE_AND_EARS = `
  window.said = [];
  window.hears = '';
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
  const voices = [{ lang: 'en-GB', localService: true, default: true, voiceURI: 'made up' }];
  Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), { getVoices: () => voices, speak: ({ text }) => said.push(text), cancel: () => undefined }) });
  window.SpeechRecognition = class extends EventTarget {
    static available = async ({ processLocally }) => (processLocally && hears !== '' ? 'available' : 'unavailable');
    get processLocally() { return true; }
    set processLocally(_) {}
    start() { this.dispatchEvent(Object.assign(new Event('result'), { resultIndex: 0, results: [Object.assign([{ transcript: hears }], { isFinal: true })] })); }
    stop() { this.dispatchEvent(new Event('end')); }
  };`;

/** As much of a video in a page as is looked at here. */
interface Video {
  currentTime: number;
  readonly duration: number;
  readonly dataset: { sought?: string };
  readonly textTracks: readonly { readonly cues: { readonly length: number } | null }[];
  play(): Promise<void>;
  addEventListener(event: string, happened: () => void, options?: { once: boolean }): void;
}

inABrowser('a candidate who speaks', () => {
  let product: WholeProduct;
  let chromium: Chromium;
  let devices: ReturnType<typeof fakeDevices>;
  let at: AtBrowser;
  let page: Page;
  /** Another window of the same candidate. */
  let other: AtBrowser;

  beforeAll(async () => {
    devices = fakeDevices('speech');
    [product, chromium] = await Promise.all([WholeProduct.start(39_500), Chromium.launch(devices.flags)]);
    const visitor = await signedUp(product.url, 'speaker@example.com');
    const cookies = visitor.cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: product.url }));
    const windowOfMine = async (): Promise<AtBrowser> => {
      const mine = await chromium.window(product.url);
      await mine.context().addCookies(cookies);
      await mine.addInitScript(VOICE_AND_EARS);
      return new AtBrowser(mine);
    };
    [at, other] = await Promise.all([windowOfMine(), windowOfMine()]);
    page = at.page;
  }, 120_000);
  afterAll(async () => {
    await (chromium as Chromium | undefined)?.close();
    await (product as WholeProduct | undefined)?.end();
    devices.end();
  });

  const begin = async (window: AtBrowser, choose: { answers: string; questions: string; help: string; keep: boolean }): Promise<void> => {
    // By links from a page that may not use a camera, as people come.
    await window.go('/settings');
    await window.follow('Practice');
    await window.follow(/^Practise an/);
    await window.page.getByRole('radio', { name: new RegExp(`^${choose.answers}`) }).check();
    await window.field('Number of questions').selectOption(choose.questions);
    await window.page.getByLabel(choose.help).check();
    await window.press('Start the interview');
    await window.sees('Check your camera and microphone');
    await window.look();
    await window.press('Turn on your camera and microphone');
    await window.reads('Your voice is heard.');
    expect(await window.page.getByRole('switch').isChecked()).toBe(false);
    if (choose.keep) {
      await window.page.getByText('Keep my videos of this interview').click();
      await window.page.getByRole('status').filter({ hasText: /^On/ }).waitFor();
    }
    await window.look();
    await window.press('Go on');
    await window.sees('A question to warm up');
    await window.press('Skip to question 1');
  };
  /** Pieces that are kept of a part of the take that was begun last. */
  const pieces = async (part = 0): Promise<number> => (await product.ask<{ count: number }>(
    `select count(*)::int as count from interviews.recording_chunk where part = ${part} and take_id = (select id from interviews.take order by begun_at desc limit 1)`))?.count ?? 0;
  const record = async (least: number, button = 'Record', part = 0): Promise<void> => {
    await at.press(button);
    // From then on it is this take that was begun last.
    await page.getByRole('timer', { name: 'Recording' }).waitFor();
    await until(`${least} pieces are kept`, async () => (await pieces(part)) >= least, 30_000);
  };
  const stop = async (): Promise<void> => {
    await at.press('Stop');
    await page.getByLabel('Write down what you said').waitFor();
  };
  const write = async (text: string): Promise<void> => {
    await page.getByLabel('Write down what you said').fill(text);
    await page.locator('#answer-state').getByText(/^Saved/).waitFor();
  };
  /** Goes on to the next question of the plan; what it is asked on top is left out. */
  const goOn = async (heading: string): Promise<void> => {
    await page.getByRole('button', { name: /^(Next question|Check your answers)$/ }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`^(Follow-up|${heading})`) }).waitFor();
    if (await page.getByRole('heading', { level: 1, name: /^Follow-up/ }).isVisible()) await page.getByRole('button', { name: /^(Skip for now|Check your answers)$/ }).click();
    await at.sees(heading);
  };

  it('[MO09] answers five questions with picture: what was said survives a network that is cut, a page that is loaded again and a server that is killed, and ends in a report with marks, quotes and advice', async () => {
    await begin(at, { answers: 'Speak with picture', questions: '5', help: 'Without help', keep: true });
    const asked = await page.getByRole('heading', { level: 1 }).locator('xpath=following-sibling::p[1]').innerText();
    expect((await page.evaluate<string[]>('said')).join(' ')).toBe(asked);
    await record(1);
    await stop();
    await write(ANSWERS[0]!);
    await goOn('Question 2 of 5');

    await record(1);
    await page.context().setOffline(true);
    const cut = Date.now();
    await at.reads('No connection. What you record is kept in this browser and goes up by itself.');
    await at.look();
    await stop();
    await at.look();
    await page.getByLabel('Write down what you said').fill(ANSWERS[1]!);
    // Time well spent: the next interview is set up in the other window.
    await begin(other, { answers: 'Speak with picture', questions: '3', help: 'With a coach', keep: false });
    await until('the network was away for 20 s', async () => Date.now() - cut >= NETWORK_CUT_MS, 30_000);
    await page.context().setOffline(false);
    await page.locator('#answer-state').getByText(/^Saved/).waitFor();
    await goOn('Question 3 of 5');

    await record(2);
    await page.reload();
    await at.reads(/^Your recording was cut off after about 0:0\d\. That much of it is kept\./);
    await at.look();
    await at.press('Turn on your camera and microphone');
    await record(1, 'Go on recording', 1);
    await stop();
    await write(ANSWERS[2]!);
    await goOn('Question 4 of 5');

    await record(1);
    product.kill('web');
    await until('the server is back, and has what was recorded meanwhile', async () => (await pieces()) >= 3, 60_000);
    await stop();
    await write(ANSWERS[3]!);
    await goOn('Question 5 of 5');

    await record(1);
    await stop();
    await goOn('Check your answers');
    await at.reads('One spoken answer has no text yet');
    await at.look();
    await at.follow('Write down question 5');
    await write(ANSWERS[4]!);
    await goOn('Check your answers');
    await at.press('Submit interview');
    await at.page.getByRole('heading', { name: 'Overall score' }).waitFor();
    const report = (await (await page.request.get(`/api${new URL(page.url()).pathname}`)).json()) as { answers: { state: string; criteria: { quotes: unknown[] }[]; advice: string[] }[] };
    expect(report.answers.map(({ state, criteria, advice }) => [state, criteria.some(({ quotes }) => quotes.length > 0), advice.length > 0])).toEqual(Array(5).fill(['scored', true, true]));
  }, 300_000);

  it('has every answer kept as long as it was recorded, in one file that can be played', async () => {
    const kept = await until('all five can be played', async () => {
      const found = await product.ask<{ kept: { position: number; state: string; long: number; recorded: number | null; parts: number }[] }>(
        `select json_agg(json_build_object('position', t.position, 'state', r.state, 'long', r.duration_ms, 'recorded', d.duration_ms) order by t.position) as kept
           from interviews.recording r join interviews.take t on t.id = r.take_id left join interviews.delivery d on d.take_id = t.id`);
      return found?.kept.every(({ state }) => state === 'ready') === true && found.kept;
    }, 60_000);
    expect(kept).toHaveLength(5);
    // The one that was gone on with was measured in no page from its beginning to its end.
    expect(kept.map(({ recorded }) => recorded === null)).toEqual([false, false, true, false, false]);
    expect(kept.filter(({ long, recorded }) => recorded !== null && Math.abs(long - recorded) > AS_LONG_AS_MS)).toEqual([]);
    expect(kept[2]!.long).toBeGreaterThan(5_000);
  }, 90_000);

  it('[MP08] plays every answer in the report to its last second, with captions; a quote and a sentence are heard where they were said', async () => {
    const videos = page.locator('article video');
    await until('all five are in the report', async () => (await videos.count()) === 5, 30_000);
    await at.look();
    const report = (await (await page.request.get(`/api${new URL(page.url()).pathname}`)).json()) as { answers: { criteria: { quotes: { start: number }[] }[]; given: { take: { cues: { to: number; startMs: number }[] } } }[] };
    const [first] = report.answers;
    const [quote] = first!.criteria.flatMap(({ quotes }) => quotes);
    const cues = first!.given.take.cues;
    const answer = page.locator('article').first();
    const soughtAfter = async (act: () => Promise<void>): Promise<number> => {
      await videos.first().evaluate((element) => {
        const video = element as unknown as Video;
        delete video.dataset.sought;
        video.addEventListener('seeking', () => { video.dataset.sought = String(video.currentTime * 1000); }, { once: true });
      });
      await act();
      return Number(await until('it is played from there', () => videos.first().getAttribute('data-sought'), 15_000));
    };
    expect(await soughtAfter(() => answer.getByRole('button', { name: /^Hear it/ }).first().click())).toBeCloseTo(cues.find(({ to }) => to > quote!.start)!.startMs, -2);
    expect(await soughtAfter(async () => { await answer.locator('[data-phrase]').last().focus(); await page.keyboard.press('Enter'); })).toBeCloseTo(cues.at(-1)!.startMs, -2);
    await answer.locator('[data-phrase][aria-current="true"]').waitFor();
    for (let index = 0; index < 5; index += 1) {
      const [end, length, captions] = await videos.nth(index).evaluate((element) => new Promise<[number, number, number]>((resolve) => {
        const video = element as unknown as Video;
        video.addEventListener('ended', () => resolve([video.currentTime, video.duration, video.textTracks[0]?.cues?.length ?? 0]));
        video.currentTime = Math.max(0, video.duration - 1);
        void video.play();
      }));
      expect(length - end).toBeLessThanOrEqual(0.5);
      expect(captions).toBeGreaterThan(0);
    }
  }, 180_000);

  it('[IM04] [IM05] answers by video, by voice and by typing in one interview; when nothing is to be kept, not one byte is', async () => {
    const files = (): string[] => readdirSync(product.storage, { recursive: true }).map(String);
    const rows = () => product.ask<{ objects: number; recordings: number }>(`select (select count(*)::int from storage.object) as objects, (select count(*)::int from interviews.recording) as recordings`);
    const [before, rowsBefore] = [new Set(files()), await rows()];
    [at, other] = [other, at];
    page = at.page;
    await page.bringToFront();
    await at.reads(/^What you record now is not kept/);
    await at.press('Record');
    await at.reads(/^Not kept: this recording is in this page only/);
    await page.getByRole('timer', { name: 'Recording' }).getByText(/^0:(0[3-9]|[1-5]\d)$/).waitFor();
    await stop();
    await write(ANSWERS[0]!);
    await goOn('Question 2 of 3');
    await page.getByRole('radio', { name: 'Speak', exact: true }).check();
    await page.evaluate((words) => { Object.assign(globalThis, { hears: words }); }, ANSWERS[1]!);
    await at.press('Record');
    await page.getByRole('timer', { name: 'Recording' }).getByText(/^0:(0[2-9]|[1-5]\d)$/).waitFor();
    await at.look();
    await stop();
    await at.reads(/^Your device wrote this down by itself/);
    expect(await page.getByLabel('Write down what you said').inputValue()).toBe(ANSWERS[1]!);
    await goOn('Question 3 of 3');
    await page.getByRole('radio', { name: 'Type', exact: true }).check();
    await page.getByRole('textbox').fill(ANSWERS[2]!);
    await page.locator('#answer-state').getByText(/^Saved/).waitFor();
    await goOn('Check your answers');
    await at.press('Submit interview');
    await at.page.getByRole('heading', { name: 'Overall score' }).waitFor();
    const { kinds } = (await product.ask<{ kinds: string[] }>(
      `select json_agg(kind || ' by ' || transcriber order by position) as kinds from interviews.answer where interview_id = (select id from interviews.interview order by started_at desc limit 1)`))!;
    expect(kinds).toEqual(['video by candidate', 'audio by device', 'text by candidate']);
    expect(files().filter((file) => !before.has(file))).toEqual([]);
    // Pieces of the interview before may be deleted meanwhile, so there can be fewer.
    const rowsAfter = await rows();
    expect(rowsAfter?.recordings).toBe(rowsBefore?.recordings);
    expect(rowsAfter?.objects).toBeLessThanOrEqual(rowsBefore?.objects ?? 0);
  }, 120_000);

  it('meets no serious barrier, no error, and no page that asks another host for anything', () => {
    expect([...at.barriersMet, ...other.barriersMet]).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
    // What a page cannot reach while the network or the server is away, the browser says for itself.
    expect(chromium.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|status of 50[23]/.test(fault))).toEqual([]);
  });
});
