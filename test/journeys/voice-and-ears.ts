import { type AtBrowser } from '../support/at-browser.js';
import { type Visitor } from '../support/visitor.js';

/** What is said in the interviews of these journeys. */
export const ANSWERS = [
  'Last March our checkout failed for one customer in fifty. I compared the failing requests with the good ones, saw that all of them came from one server, and took it out. Failures went from two percent to zero within a day.',
  'I asked support for the ten loudest tickets, sorted them by what they cost, and showed the team a table. We fixed three causes in a week, and the tickets halved.',
  'My colleague wanted to rewrite the service. I measured both ways for a day, because neither of us knew, and the numbers said to keep it. We wrote that down together.',
  'I shipped the change behind a flag to one percent, watched the error rate for an hour, and widened it step by step. When it rose I turned the flag off within a minute.',
  'I told the customer the same morning what had broken, what we knew, and when we would write again. Then I wrote a test for the race and fixed the lock.',
];

/** The cookies of somebody who is signed in, as a browser takes them. */
export function cookiesOf({ cookie }: Visitor, url: string): { name: string; value: string; url: string }[] {
  return cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url }));
}

/** A device with a voice, which says nothing aloud, and with a recogniser that hears what `hears` says: Chromium without a head has neither. */
export const VOICE_AND_EARS = `
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
export interface Video {
  currentTime: number;
  playbackRate: number;
  readonly duration: number;
  readonly dataset: { sought?: string };
  readonly textTracks: readonly { readonly cues: { readonly length: number } | null }[];
  play(): Promise<void>;
  addEventListener(event: string, happened: () => void, options?: { once: boolean }): void;
}

/** From the set-up to question 1 of a spoken interview. */
export async function beginSpoken(window: AtBrowser, choose: { answers: string; questions: string; help: string; keep: boolean }): Promise<void> {
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
}
