import { randomUUID } from 'node:crypto';
import { type MediaWorkshop } from '../../src/platform/media/index.js';
import { until } from '../../test/support/until.js';
import { type Answer, type Visitor } from '../../test/support/visitor.js';
import { type Times, timesOf } from '../search/timing.js';
import { memoryOf, mostOf, processorTime, rewritersOf } from './processes.js';

const QUESTIONS = 5;

/** Processor time of checking one recording and writing it anew, the child process included, in milliseconds. */
export async function measureRewriting(workshop: MediaWorkshop, recording: Buffer, rounds: number): Promise<Times> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [own, ofChildren] = [process.cpuUsage(), processorTime('self', 'children')];
    const rewritten = await workshop.rewrite([pieces(recording)], { kind: 'video', maxBytes: 104_857_600, maxSeconds: 300 });
    if ('fault' in rewritten) throw new Error(`The recording is said to be ${rewritten.fault}`);
    for await (const piece of rewritten.body) if (piece.length === 0) throw new Error('It writes nothing');
    const { user, system } = process.cpuUsage(own);
    // A child's time is known once it has ended; looking for it is not part of the work.
    await until('the process has ended', () => Promise.resolve(rewritersOf(process.pid).length === 0));
    times.push((user + system) / 1000 + processorTime('self', 'children') - ofChildren);
  }
  return timesOf(times);
}

async function* pieces(recording: Buffer, bytes = 178_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < recording.length; at += bytes) yield recording.subarray(at, at + bytes);
}

export interface Server {
  readonly visitor: Visitor;
  /** Process ids, without their children. */
  readonly processes: readonly number[];
  /** Does what is due where no worker runs. */
  readonly settle?: () => Promise<void>;
}

export interface UploadReport {
  readonly uploads: number;
  readonly megabytesEach: number;
  readonly secondsUntilAllPlay: number;
  /** How much more the server had in memory at most than before, and how much its children had at most. */
  readonly megabytesGrown: number;
  readonly megabytesOfChildren: number;
  /** Taking it in, checking it, writing it anew and storing it: web, worker and children. */
  readonly processorMsEach: number;
}

/** Sends recordings all at once, two seconds a piece, as browsers do, and waits until all of them play. */
export async function measureUploads(server: Server, recording: Buffer, { uploads, chunks }: { readonly uploads: number; readonly chunks: number }): Promise<UploadReport> {
  const takes = await beginTakes(server.visitor, uploads);
  const all = (look: (id: number) => number): number => server.processes.reduce((sum, id) => sum + look(id), 0);
  const [memory, time, begun] = [all(memoryOf), all((id) => processorTime(id, 'all')), performance.now()];
  let megabytesOfChildren = 0;
  const { most } = await mostOf(() => {
    megabytesOfChildren = Math.max(megabytesOfChildren, ...server.processes.map((id) => rewritersOf(id).reduce((sum, child) => sum + memoryOf(child), 0)));
    return all(memoryOf);
  }, () => Promise.all(takes.map((takeId) => send(server, takeId, recording, chunks))));
  return {
    uploads,
    megabytesEach: round(recording.length / 1_048_576),
    secondsUntilAllPlay: round((performance.now() - begun) / 1000),
    megabytesGrown: round(most - memory),
    megabytesOfChildren: round(megabytesOfChildren),
    processorMsEach: Math.round((all((id) => processorTime(id, 'all')) - time) / uploads),
  };
}

/** Spoken answers that were begun, in interviews whose videos are kept. */
export async function beginTakes(visitor: Visitor, count: number): Promise<string[]> {
  const takes: string[] = [];
  let interviewId = '';
  for (let made = 0; made < count; made += 1) {
    if (made % QUESTIONS === 0) interviewId = await keptInterview(visitor);
    const takeId = randomUUID();
    must(await visitor.post(`/api/interviews/${interviewId}/answers/${(made % QUESTIONS) + 1}/takes`, { takeId, kind: 'video', contentType: 'video/webm;codecs=vp9,opus' }), 201);
    takes.push(takeId);
  }
  return takes;
}

async function keptInterview(visitor: Visitor): Promise<string> {
  const interview = await visitor.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: QUESTIONS, answerKind: 'video' });
  const { id } = must(interview, 201) as { id: string };
  const { purposes } = must(await visitor.get('/api/purposes'), 200) as { purposes: { purpose: string; version: number }[] };
  const noticeVersion = purposes.find(({ purpose }) => purpose === 'recording')?.version;
  must(await visitor.post('/api/consents', { purpose: 'recording', scope: id, noticeVersion, wording: 'Keep my videos of this interview', locale: 'en', eventId: randomUUID(), where: '/practice' }), 200);
  return id;
}

async function send({ visitor, settle }: Server, takeId: string, recording: Buffer, chunks: number): Promise<void> {
  const size = Math.ceil(recording.length / chunks);
  for (let seq = 0; seq < chunks; seq += 1) {
    must(await visitor.putFile(`/api/recordings/${takeId}/parts/0/chunks/${seq}`, recording.subarray(seq * size, (seq + 1) * size), 'application/octet-stream'), 200);
  }
  must(await visitor.post(`/api/recordings/${takeId}/completion`, { parts: [chunks] }), 202);
  const { state } = await until('a recording plays', async () => {
    await settle?.();
    const { body } = await visitor.get(`/api/recordings/${takeId}`);
    const found = body as { state: string };
    return found.state === 'ready' || found.state === 'broken' ? found : null;
  });
  if (state !== 'ready') throw new Error(`A recording is ${state}`);
}

/** The body of an answer with that status; throws for any other. */
export function must({ status, text, body }: Answer, wanted: number): unknown {
  if (status !== wanted) throw new Error(`It was answered with ${status}: ${text}`);
  return body;
}

const round = (number: number): number => Math.round(number * 10) / 10;
