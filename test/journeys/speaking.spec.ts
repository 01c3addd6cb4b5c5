import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { type Page } from 'playwright-core';
import { AtBrowser } from '../support/at-browser.js';
import { Chromium, inABrowser } from '../support/browser.js';
import { fakeDevices } from '../support/media/fake-devices.js';
import { planAt } from '../support/payments.js';
import { RealtimeServer } from '../support/realtime-server.js';
import { until } from '../support/until.js';
import { signedUp } from './newcomer.js';
import { ANSWERS, beginSpoken, cookiesOf, type Video, VOICE_AND_EARS } from './voice-and-ears.js';
import { WholeProduct } from './whole-product.js';

const NETWORK_CUT_MS = 20_000;
/** A recorder's last picture and its last sound do not end in one moment, and a busy machine draws late. */
const AS_LONG_AS_MS = 1_500;
const INTERVIEWER_SPEAKS_SECONDS = 20;

inABrowser('a candidate who speaks', () => {
  /** Speaks for twenty seconds unless interrupted, and is cut off once. */
  const interviewer = new RealtimeServer('openai', {
    answers: { 1: ANSWERS[0]!, '1f': ANSWERS[4]!, 2: ANSWERS[1]!, '2f': ANSWERS[4]!, 3: ANSWERS[3]!, '3f': ANSWERS[4]! },
    speaksFor: (question) => (question === '1' ? INTERVIEWER_SPEAKS_SECONDS : 0.3), cutAt: '2', babbles: true,
  });
  let product: WholeProduct;
  let chromium: Chromium;
  let devices: ReturnType<typeof fakeDevices>;
  let at: AtBrowser;
  let page: Page;
  /** Another window of the same candidate. */
  let other: AtBrowser;

  beforeAll(async () => {
    devices = fakeDevices('speech');
    const atInterviewer = { OPENAI_API_KEY: 'key-of-the-operator', OPENAI_BASE_URL: await interviewer.open(), AI_EVALUATOR: 'none', AI_TRANSCRIBER: 'none', AI_VOICE: 'none' };
    [product, chromium] = await Promise.all([WholeProduct.start(21_500, atInterviewer), Chromium.launch(devices.flags)]);
    const visitor = await signedUp(product.url, 'speaker@example.com');
    // Whoever talks with an interviewer has a plan.
    await planAt(product.ownerUrl, 'speaker@example.com');
    const cookies = cookiesOf(visitor, product.url);
    const windowOfMine = async (): Promise<AtBrowser> => {
      const mine = await chromium.window(product.url);
      await mine.context().addCookies(cookies);
      await mine.addInitScript(VOICE_AND_EARS);
      return new AtBrowser(mine);
    };
    [at, other] = await Promise.all([windowOfMine(), windowOfMine()]);
    page = at.page;
  });
  afterAll(async () => {
    await (chromium as Chromium | undefined)?.close();
    await (product as WholeProduct | undefined)?.end();
    await interviewer.close();
    devices.end();
  });

  /** Pieces that are kept of a part of the take that was begun last. */
  const pieces = async (part = 0): Promise<number> => (await product.ask<{ count: number }>(
    `select count(*)::int as count from interviews.recording_chunk where part = ${part} and take_id = (select id from interviews.take order by begun_at desc limit 1)`))?.count ?? 0;
  const record = async (least: number, button = 'Record', part = 0): Promise<void> => {
    await at.press(button);
    // From then on it is this take that was begun last.
    await page.getByRole('timer', { name: 'Recording' }).waitFor();
    await until(`${least} pieces are kept`, async () => (await pieces(part)) >= least);
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
    await beginSpoken(at, { answers: 'Speak with picture', questions: '5', help: 'Without help', keep: true });
    const asked = await page.getByRole('heading', { level: 1 }).locator('xpath=following-sibling::p[1]').innerText();
    await until('it is read aloud', () => page.evaluate<boolean>('said.length > 0'));
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
    await beginSpoken(other, { answers: 'Speak with picture', questions: '3', help: 'With a coach', keep: false });
    await until('the network was away for 20 s', async () => Date.now() - cut >= NETWORK_CUT_MS);
    await page.context().setOffline(false);
    await page.locator('#answer-state').getByText(/^Saved/).waitFor();
    await goOn('Question 3 of 5');

    await record(2);
    await page.reload();
    await at.reads(/^Your recording was cut off after about 0:(0[2-9]|[1-5]\d)\. That much of it is kept\./);
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
    });
    expect(kept).toHaveLength(5);
    // The one that was gone on with was measured in no page from its beginning to its end.
    expect(kept.map(({ recorded }) => recorded === null)).toEqual([false, false, true, false, false]);
    expect(kept.filter(({ long, recorded }) => recorded !== null && Math.abs(long - recorded) > AS_LONG_AS_MS)).toEqual([]);
    expect(kept[2]!.long).toBeGreaterThan(5_000);
  });

  it('[MP08] plays every answer in the report to its last second, with captions; a quote and a sentence are heard where they were said', async () => {
    const videos = page.locator('article video');
    await until('all five are in the report', async () => (await videos.count()) === 5);
    await at.look();
    const report = (await (await page.request.get(`/api${new URL(page.url()).pathname}`)).json()) as { answers: { criteria: { quotes: { start: number }[] }[]; given: { take: { cues: { to: number; startMs: number }[] } } }[] };
    const [first] = report.answers;
    const [quote] = first!.criteria.flatMap(({ quotes }) => quotes);
    const cues = first!.given.take.cues;
    const answer = page.locator('article').first();
    const soughtAfter = async (act: () => Promise<void>): Promise<number> => {
      await videos.first().evaluate((element) => {
        const video = element as unknown as Video;
        // Slowly: the phrase that is said is marked for as long as it is said, and some are short.
        video.playbackRate = 0.25;
        delete video.dataset.sought;
        video.addEventListener('seeking', () => { video.dataset.sought = String(video.currentTime * 1000); }, { once: true });
      });
      await act();
      return Number(await until('it is played from there', () => videos.first().getAttribute('data-sought')));
    };
    expect(await soughtAfter(() => answer.getByRole('button', { name: /^Hear it/ }).first().click())).toBeCloseTo(cues.find(({ to }) => to > quote!.start)!.startMs, -2);
    expect(await soughtAfter(async () => { await answer.locator('[data-phrase]').last().focus(); await page.keyboard.press('Enter'); })).toBeCloseTo(cues.at(-1)!.startMs, -2);
    await answer.locator('[data-phrase][aria-current="true"]').waitFor();
    for (let index = 0; index < 5; index += 1) {
      const [end, length, captions] = await videos.nth(index).evaluate((element) => new Promise<[number, number, number]>((resolve) => {
        const video = element as unknown as Video;
        video.addEventListener('ended', () => resolve([video.currentTime, video.duration, video.textTracks[0]?.cues?.length ?? 0]));
        video.playbackRate = 1;
        video.currentTime = Math.max(0, video.duration - 1);
        void video.play();
      }));
      expect(length - end).toBeLessThanOrEqual(0.5);
      expect(captions).toBeGreaterThan(0);
    }
  });

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
    await at.reads(/^Your device wrote this down/);
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
  });

  it('[MP26] takes an interview without help by talking: the interviewer is interrupted by a voice, comes back after the line was down, and the report names who wrote it down and who judged', async () => {
    const started = await page.request.post('/api/interviews', { data: { roleId: 'software-engineer', levelId: 'mid', questionCount: 3, mode: 'live', answerKind: 'text' }, headers: { origin: product.url } });
    const { id } = (await started.json()) as { id: string };
    await at.go(`/interviews/${id}`);
    await at.follow('Speak with the interviewer');
    await at.sees('Speak with the interviewer');
    const begin = page.getByRole('button', { name: 'Start the conversation' });
    await begin.waitFor();
    expect(await begin.isDisabled()).toBe(true);
    await at.look();
    await page.getByRole('switch').click();
    await page.getByRole('status').filter({ hasText: /^On/ }).waitFor();
    expect(interviewer.keysAsked).toEqual([]);
    interviewer.takesNoKey = true;
    await begin.click();
    await at.reads('The interviewer could not be reached.');
    await at.look();
    interviewer.takesNoKey = false;
    await begin.click();
    const cut = await until('the interviewer learns how much of the first question was heard', async () => interviewer.agents[0]?.received.find(({ type }) => type === 'conversation.item.truncate') ?? null);
    expect(cut.audio_end_ms).toBeLessThan(INTERVIEWER_SPEAKS_SECONDS * 1_000);
    await at.reads('… you interrupted');
    await at.reads('The line is down');
    await at.look();
    await page.reload();
    await begin.click();
    await at.reads('The conversation is over');
    await at.look();
    expect([interviewer.keysAsked.length, interviewer.refused]).toEqual([3, 1]);
    expect(interviewer.agents.map(({ told }) => told.filter(({ follow_up }) => follow_up === false).map(({ number, the_line_was_down }) => [number, the_line_was_down === true]))).toEqual([[[1, false], [2, false]], [[2, true], [3, false]]]);
    await at.follow('Check your answers');
    await at.press('Submit interview');
    await page.getByRole('heading', { name: 'Overall score' }).waitFor();
    const report = (await (await page.request.get(`/api/interviews/${id}/report`)).json()) as { evaluator: { builtIn: boolean }; answers: { text: string; given: { kind: string; transcriber: string; take: { cues: unknown[] } } }[] };
    expect(report.evaluator.builtIn).toBe(true);
    expect(report.answers.map(({ given: { kind, transcriber, take } }) => [kind, transcriber, take.cues.length > 0])).toEqual(Array(3).fill(['audio', 'openai/gpt-4o-transcribe', true]));
    expect(report.answers.map(({ text }) => text.split('\n')[0])).toEqual([ANSWERS[0], ANSWERS[1], ANSWERS[3]]);
    await at.reads(/OpenAI \(gpt-4o-transcribe\)/);
    await at.reads(/Built-in evaluator/i);
  });

  it('hangs up on the interviewer when the consent is taken back in another window', async () => {
    const started = await page.request.post('/api/interviews', { data: { roleId: 'software-engineer', levelId: 'mid', questionCount: 3, mode: 'coach', answerKind: 'text' }, headers: { origin: product.url } });
    const { id } = (await started.json()) as { id: string };
    // What is answered is not talked about, so that it costs less.
    for (const position of [1, 2]) await page.request.put(`/api/interviews/${id}/answers/${position}`, { data: { text: ANSWERS[position], baseRevision: 0 }, headers: { origin: product.url } });
    interviewer.script = { answers: {}, waits: true };
    await at.go(`/interviews/${id}?question=interviewer`);
    await page.getByRole('button', { name: 'Start the conversation' }).click();
    const agent = await until('the interviewer hears the room', () => Promise.resolve(interviewer.agents.find(({ soundMs, isGone }) => soundMs > 0 && !isGone) ?? null));
    const takenBack = await page.request.delete(`/api/consents/ai_processing?scope=openai&where=%2Fprivacy&eventId=${randomUUID()}`, { headers: { origin: product.url } });
    expect(takenBack.ok()).toBe(true);
    await at.reads(/^What you said is kept. Some questions are still open/);
    await until('the line is down', () => Promise.resolve(agent.isGone));
  });

  it('meets no serious barrier, no error, and no page that asks another host for anything', () => {
    expect([...at.barriersMet, ...other.barriersMet]).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
    // What a page cannot reach while the network or the server is away, the browser says for itself.
    expect(chromium.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|status of 50[23]|WebSocket connection to \S+ failed/.test(fault))).toEqual([]);
  });
});
