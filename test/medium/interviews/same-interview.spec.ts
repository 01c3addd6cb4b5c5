import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainWav } from '../../../src/interviews/speech/plain-wav.fixture.js';
import { type Protocol, protocols } from './ai-server.js';
import { AiWorld, GOOD, KEY, MODELS } from './ai-world.js';
import { Speaker } from './speaker.js';
import { SAID, SpeechServer } from './speech-server.js';
import { withPlan } from '../../support/payments.js';
import { libraryFiles, modelFiles } from './whisper-stand-in.js';

type Helper = Protocol | 'elevenlabs';

interface Row {
  readonly helpers: string;
  /** Whose keys there are, with how many requests each of them sees: none is sent to anybody else. */
  readonly see: Partial<Record<Helper, number>>;
  readonly settings?: Readonly<Record<string, string>>;
  /** Who judges and words; the built-in evaluator and the bank where it is not said. */
  readonly mind?: string;
  /** Who writes down; the candidate where it is not said. */
  readonly ears?: string;
  readonly readsAloud?: boolean;
  /** How often "um" was heard in a hundred words; not said where nobody counts. */
  readonly fillers?: number;
}

const WHISPER = 'onnx-community/whisper-base_timestamped';
// Whoever words is asked once, whoever judges for each of two answers; one is read aloud, one is written down.
const rows: readonly Row[] = [
  { helpers: '[MR06] [MR10] no key: the bank asks, the browser reads aloud, the candidate writes down, and what is built in judges', see: {} },
  {
    helpers: 'Anthropic, who words and judges, and ElevenLabs, who reads aloud and writes down, every "um" counted', see: { anthropic: 3, elevenlabs: 2 },
    settings: { ELEVENLABS_API_KEY: KEY }, mind: MODELS.anthropic, ears: 'elevenlabs/scribe_v2', readsAloud: true, fillers: 12.5,
  },
  { helpers: 'OpenAI, who words, reads aloud, writes down and judges', see: { openai: 5 }, mind: MODELS.openai, ears: 'openai/whisper-1', readsAloud: true },
  { helpers: '[MR10] xAI, who words, reads aloud, writes down, every "um" counted, and judges', see: { xai: 5 }, mind: MODELS.xai, ears: 'xai/grok-stt', readsAloud: true, fillers: 12.5 },
  {
    helpers: 'a server of one’s own, which words, writes down and judges', see: { compatible: 4 },
    settings: { AI_EVALUATOR: MODELS.compatible.replace('/', ':'), AI_TRANSCRIBER: 'compatible:our-ears' }, mind: MODELS.compatible, ears: 'compatible/our-ears',
  },
  { helpers: 'Whisper on this machine, which writes down', see: {}, ears: `whisper/${WHISPER}` },
];

const TYPED = ` Cafe\u0301 ☕ – “quoted”:\n\n${GOOD}\n\t`;
const THEIR_INTEGERS = [80, 70, 60, 90, 50];
const WEIGHTS = [35, 25, 20, 10, 10];
const SOUND = plainWav(6) as Buffer<ArrayBuffer>;

/** What was said, written down by whoever said it. */
const BY_HAND = { text: SAID, transcriber: 'candidate', timings: [] as object[], fillers: null as number | null };

interface Report {
  readonly overall: { shown: string } | null;
  readonly answers: { text: string; criteria: { score: number }[] }[];
}

describe('the same interview, spoken and typed, with', () => {
  const elevenlabs = new SpeechServer();
  const reports: unknown[] = [];
  let models: string;
  let atElevenlabs: string;

  beforeAll(async () => {
    [models, atElevenlabs] = await Promise.all([mkdtemp(join(tmpdir(), 'viva-models-')), elevenlabs.open()]);
    await Promise.all([modelFiles(models, WHISPER), libraryFiles(models)]);
  });
  afterAll(() => Promise.all([elevenlabs.close(), rm(models, { recursive: true })]));

  it.each(rows)('$helpers', async (row) => {
    elevenlabs.treat([]);
    const ai = await AiWorld.withKeysOf(protocols.filter((protocol) => protocol in row.see), { ELEVENLABS_BASE_URL: atElevenlabs, ...row.settings, ...(row.ears?.startsWith('whisper/') ? { MODELS_DIR: models } : {}) });
    try {
      reports.push(await interviewed(ai, row));
      const seen = protocols.map((protocol) => [protocol, ai.servers[protocol].asked.length + ai.speech[protocol].asked.length] as const);
      expect({ ...Object.fromEntries(seen), elevenlabs: elevenlabs.asked.length }).toEqual({ anthropic: 0, openai: 0, xai: 0, compatible: 0, elevenlabs: 0, ...row.see });
    } finally {
      await ai.destroy();
    }
  });

  it('whoever helps: the report has one shape', () => {
    expect(reports).toHaveLength(rows.length);
    const shape = shapeOf(reports);
    expect([...shape.keys()]).toEqual(expect.arrayContaining(['[].overall.shown', '[].answers[].criteria[].quotes[].text', '[].answers[].given.take.cues[].startMs', '[].answers[].given.take.delivery.fillers.band']));
    expect([...shape].filter(([, kinds]) => kinds.size > 1)).toEqual([]);
  });
});

/** One candidate types the first answer, speaks the second, leaves out the third, and reads the report that comes back. */
async function interviewed(ai: AiWorld, { see, mind, ears, readsAloud, fillers }: Row): Promise<Report> {
  const me = await Speaker.in(ai.world);
  // What an AI worded is read aloud to those with a plan.
  if (readsAloud) await withPlan(ai.world, me.accountId);
  for (const helper of Object.keys(see) as Helper[]) await ai.allow(me.visitor, helper);
  const { id, questions } = await me.begin({ answerKind: 'audio', aiProcessing: mind !== undefined, jobDescription: 'You build the booking system of our ferries.' });
  expect(questions.map(({ wordedBy }) => wordedBy)).toEqual(Array(3).fill(mind ?? null));
  expect((await ai.world.visitor().get('/api/voice')).body).toEqual({ name: readsAloud ? expect.any(String) : null });
  const voice = await me.visitor.get(`/api/interviews/${id}/answers/1/voice`);
  if (readsAloud) expect([voice.status, voice.headers.get('content-type')]).toEqual([200, 'audio/mpeg']);
  else expect(voice).toMatchObject({ status: 404, body: { code: 'interviews.voice_not_offered' } });

  expect((await me.write(id, 1, TYPED)).status).toBe(200);
  await speak(me, id, ears);
  expect((await me.submit(id)).status).toBe(202);
  await ai.world.settle();
  expect((await me.visitor.get(`/api/interviews/${id}`)).body).toMatchObject({ state: 'scored', progress: { scored: 3, total: 3 } });

  const report = (await me.visitor.get(`/api/interviews/${id}/report`)).body as Report;
  const delivery = { words: 14, wordsPerMinute: 210, pauses: { count: 1, longestMs: 2_000 }, fillers: fillers === undefined ? null : { per100Words: fillers } };
  expect(report).toMatchObject({
    evaluator: { name: mind ?? 'built-in', version: expect.stringMatching(/^\d+$/), builtIn: mind === undefined },
    rubric: { id: 'vv-1' },
    answers: [
      { state: 'scored', given: { kind: 'text', transcriber: 'candidate', take: null } },
      { state: 'scored', text: SAID, given: { kind: 'audio', transcriber: ears ?? 'candidate', take: { estimated: ears === undefined, delivery } } },
      { state: 'skipped', text: '', given: null },
    ],
  });
  expect(await transcriptsOf(ai, id)).toEqual(['typed', ears === undefined ? 'typed' : 'program']);
  expect(report.answers[0]!.text).toBe(TYPED);
  const integers = report.answers.map(({ criteria }) => criteria.map(({ score }) => score));
  if (mind) expect(integers).toEqual([THEIR_INTEGERS, THEIR_INTEGERS, []]);
  expect(report.overall?.shown).toBe(overallFrom(questions.map(({ competencies }, at) => ({ competencies, integers: integers[at]! }))));
  return report;
}

/** As a certificate would say of each answer, where what the page claims of a program is held against what that wrote down here. */
async function transcriptsOf(ai: AiWorld, interviewId: string): Promise<string[]> {
  const [{ AnswerRepository }, { Database }, { transcriptOf }] = await Promise.all([import('../../../src/interviews/answers.repository.js'), import('../../../src/platform/db/index.js'), import('../../../src/interviews/certifiable/transcripts.js')]);
  return (await ai.world.app.get(AnswerRepository).told(ai.world.app.get(Database).alone, interviewId)).map(transcriptOf);
}

/** As the page does it: the sound of the take goes to whoever writes down, and what comes back is saved; else the candidate writes. */
async function speak(me: Speaker, interviewId: string, ears: string | undefined): Promise<void> {
  const takeId = await me.taken(interviewId, { position: 2, kind: 'audio' });
  const heard = await me.visitor.send('POST', `/api/takes/${takeId}/transcript`, SOUND, { 'content-type': 'audio/wav' });
  if (ears === undefined) expect(heard).toMatchObject({ status: 409, body: { code: 'interviews.transcriber_not_offered' } });
  else expect(heard).toMatchObject({ status: 200, body: { text: SAID, transcriber: ears, timings: expect.arrayContaining([expect.objectContaining({ from: 0 })]) } });
  const { text, transcriber, timings, fillers } = ears === undefined ? BY_HAND : (heard.body as typeof BY_HAND);
  expect((await me.write(interviewId, 2, text, { kind: 'audio', transcriber })).status).toBe(200);
  expect((await me.visitor.put(`/api/takes/${takeId}/delivery`, { durationMs: 6_000, speech: [[0, 2_000], [4_000, 6_000]], timings, fillers })).status).toBe(204);
}

/** The mean of the competencies, each the mean of its questions, worked out in whole numbers and cut off behind the second decimal. */
function overallFrom(answers: readonly { competencies: readonly string[]; integers: readonly number[] }[]): string {
  const competencies = [...new Set(answers.flatMap((answer) => answer.competencies))];
  // A competency has one, two or three questions: in sixths of a thousandth each mean is a whole number.
  const sixths = competencies.map((id) => {
    const thousandths = answers.filter((answer) => answer.competencies.includes(id)).map(({ integers }) => integers.reduce((sum, score, at) => sum + score * WEIGHTS[at]!, 0));
    return (6 / thousandths.length) * thousandths.reduce((sum, score) => sum + score, 0);
  });
  const hundredths = Math.floor(sixths.reduce((sum, score) => sum + score, 0) / (60 * competencies.length));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** What stands at each place: the names of what is in it, or the kind of a value. Where there is nothing, nothing is noted. */
function shapeOf(value: unknown, place = '', shape = new Map<string, Set<string>>()): Map<string, Set<string>> {
  if (value === null) return shape;
  const names = typeof value === 'object' && !Array.isArray(value) ? Object.keys(value).sort().join() : null;
  shape.set(place, (shape.get(place) ?? new Set()).add(names ?? (Array.isArray(value) ? 'a list' : typeof value)));
  if (Array.isArray(value)) for (const one of value) shapeOf(one, `${place}[]`, shape);
  else if (typeof value === 'object') for (const [name, one] of Object.entries(value)) shapeOf(one, place === '' ? name : `${place}.${name}`, shape);
  return shape;
}
