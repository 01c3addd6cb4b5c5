import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personWith, signedIn } from '../../support/people.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { type World } from '../../support/world.js';

type Kind = 'audio' | 'video';
export interface Recording { takeId: string; state: string; contentType: string; durationMs: number | null; bytes: number | null; fault: { code: string; says: string } | null; parts: { part: number; chunks: number[] }[]; expiresAt: string }
interface Question { position: number; text: string; wordedBy: string | null; competencies: string[]; takes: number; retakesLeft: number; take: object | null; recording: Recording | null; answer: { text: string; kind: string; transcriber: string; revision: number } | null }
export interface Room { id: string; answerKind: string; retakes: number; keeps: Record<Kind, boolean>; questions: Question[] }

/** A recording as a browser makes it. */
export const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../support/media/samples', name));

const CONTAINER = { video: 'video/webm;codecs=vp8,opus', audio: 'audio/webm;codecs=opus' } as const;
const PURPOSE = { video: 'recording', audio: 'audio_replay' } as const;

/** Somebody who speaks their answers, over HTTP. */
export class Speaker {
  private constructor(
    readonly visitor: Visitor,
    readonly accountId: string,
    private readonly world: World,
  ) {}

  static async in(world: World): Promise<Speaker> {
    const speaker = new Speaker(world.visitor(), await personWith(world, { email: `${randomUUID()}@example.com` }), world);
    await speaker.signIn();
    return speaker;
  }

  /** Anew, once the clock was moved. */
  async signIn(): Promise<void> {
    this.visitor.keep(`viva.session_token=${await signedIn(this.world, this.accountId)}; Path=/`);
  }

  async begin(wish: object = {}): Promise<Room> {
    const { status, body } = await this.visitor.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3, answerKind: 'video', ...wish });
    expect(status).toBe(201);
    return body as Room;
  }

  async room(id: string): Promise<Room> {
    return (await this.visitor.get(`/api/interviews/${id}`)).body as Room;
  }

  async question(id: string, position = 1): Promise<Question> {
    return (await this.room(id)).questions.find((question) => question.position === position)!;
  }

  allow(interviewId: string, kind: Kind = 'video', wording = kind === 'video' ? 'Keep my videos of this interview' : 'Keep my audio of this interview', noticeVersion = 3): Promise<Answer> {
    return this.visitor.post('/api/consents', { purpose: PURPOSE[kind], scope: interviewId, noticeVersion, wording, locale: 'en', eventId: randomUUID(), where: '/practice' });
  }

  takeBack(interviewId: string, kind: Kind = 'video'): Promise<Answer> {
    return this.visitor.delete(`/api/consents/${PURPOSE[kind]}?scope=${interviewId}&eventId=${randomUUID()}&where=/practice`);
  }

  take(interviewId: string, { position = 1, kind = 'video', takeId = randomUUID(), contentType = CONTAINER[kind] }: { position?: number; kind?: Kind; takeId?: string; contentType?: string } = {}): Promise<Answer> {
    return this.visitor.post(`/api/interviews/${interviewId}/answers/${position}/takes`, { takeId, kind, contentType });
  }

  /** A take that was begun: its id. */
  async taken(interviewId: string, wish: { position?: number; kind?: Kind } = {}): Promise<string> {
    const { status, body } = await this.take(interviewId, wish);
    expect(status).toBe(201);
    return (body as { takeId: string }).takeId;
  }

  chunk(takeId: string, seq: number, bytes: Uint8Array, part = 0): Promise<Answer> {
    return this.visitor.putFile(`/api/recordings/${takeId}/parts/${part}/chunks/${seq}`, bytes, 'application/octet-stream');
  }

  /** Sends a recording in pieces; how many they were. */
  async send(takeId: string, bytes: Buffer, part = 0): Promise<number> {
    const size = Math.ceil(bytes.length / 3);
    for (const seq of [0, 1, 2]) expect((await this.chunk(takeId, seq, bytes.subarray(seq * size, (seq + 1) * size), part)).status).toBe(200);
    return 3;
  }

  complete(takeId: string, ...parts: number[]): Promise<Answer> {
    return this.visitor.post(`/api/recordings/${takeId}/completion`, { parts });
  }

  async recording(takeId: string): Promise<Recording> {
    return (await this.visitor.get(`/api/recordings/${takeId}`)).body as Recording;
  }

  play(takeId: string, range?: string): Promise<Answer> {
    return this.visitor.get(`/api/recordings/${takeId}/media`, range ? { range } : {});
  }

  /** A take that was recorded, sent and made playable: its id. */
  async recorded(interviewId: string, wish: { position?: number; kind?: Kind } = {}): Promise<string> {
    const takeId = await this.taken(interviewId, wish);
    const parts = await this.send(takeId, sample(wish.kind === 'audio' ? 'audio-opus.webm' : 'video-vp8.webm'));
    expect((await this.complete(takeId, parts)).status).toBe(202);
    await this.world.settle();
    expect((await this.recording(takeId)).state).toBe('ready');
    return takeId;
  }

  write(interviewId: string, position: number, text: string, more: object = {}): Promise<Answer> {
    return this.visitor.put(`/api/interviews/${interviewId}/answers/${position}`, { text, baseRevision: 0, ...more });
  }

  submit(interviewId: string): Promise<Answer> {
    return this.visitor.post(`/api/interviews/${interviewId}/submission`);
  }
}

/** Chunks and recordings of a world, and the objects that are not being deleted. */
export async function stored(world: World): Promise<{ recordings: number; chunks: number; objects: number }> {
  const [row] = await world.database.query<{ recordings: number; chunks: number; objects: number }>(
    `select (select count(*)::int from interviews.recording) as recordings, (select count(*)::int from interviews.recording_chunk) as chunks,
       (select count(*)::int from storage.object where status <> 'deleting') as objects`,
  );
  return row!;
}
