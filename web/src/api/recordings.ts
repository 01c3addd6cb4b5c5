import { call } from './client.js';
import { NoConnectionError, ProblemError, readProblem } from './problem.js';
import { type BegunTake, type Recording, type SpokenKind } from './schema.js';

export interface Delivery {
  durationMs: number;
  /** From and to, in milliseconds of the take, where somebody spoke. */
  speech: [number, number][];
  /** Which characters of the text were said when. */
  timings: { from: number; to: number; startMs: number; endMs: number }[];
  /** How often "um" was heard and left out; null when nobody counted. */
  fillers?: number | null;
}

/** What became of a piece of a recording on its way: there, to be sent again, or never wanted any more. */
export type Sent = 'kept' | 'lost' | 'refused';

const recordingPath = (takeId: string, rest = ''): string => `/api/recordings/${encodeURIComponent(takeId)}${rest}`;
const takePath = (takeId: string, rest = ''): string => `/api/takes/${encodeURIComponent(takeId)}${rest}`;

/** Sent again with the same `takeId` it has one effect. */
export const beginTake = (id: string, position: number, body: { takeId: string; kind: SpokenKind; contentType: string }) =>
  call<BegunTake>('POST', `/api/interviews/${encodeURIComponent(id)}/answers/${position}/takes`, { body });
export const throwTakeAway = (takeId: string) => call<void>('DELETE', takePath(takeId));
export const saveDelivery = (takeId: string, body: Delivery) => call<void>('PUT', takePath(takeId, '/delivery'), { body });
const readRecording = (takeId: string) => call<Recording>('GET', recordingPath(takeId));
export const deleteRecording = (takeId: string) => call<void>('DELETE', recordingPath(takeId));
const completeRecording = (takeId: string, parts: number[]) => call<Recording>('POST', recordingPath(takeId, '/completion'), { body: { parts } });
export const mediaOf = (takeId: string): string => recordingPath(takeId, '/media');
/** All of a recording, to be looked at in this page. */
export async function readMedia(takeId: string): Promise<Blob> {
  const response = await fetch(mediaOf(takeId)).catch((error: unknown) => { throw new NoConnectionError(error); });
  if (!response.ok) throw new ProblemError(readProblem(response.status, null, null));
  return response.blob();
}
/** What is said in a recording, as WebVTT. */
export const captionsAt = (takeId: string): string => recordingPath(takeId, '/captions.vtt');

export const chunkPost = {
  async send(takeId: string, part: number, seq: number, bytes: Blob): Promise<Sent> {
    try {
      await call('PUT', recordingPath(takeId, `/parts/${part}/chunks/${seq}`), { bytes });
      return 'kept';
    } catch (error) {
      return mayPass(error) ? 'lost' : 'refused';
    }
  },
  async complete(takeId: string, parts: number[]): Promise<'done' | 'missing' | 'lost' | 'refused'> {
    try {
      await completeRecording(takeId, parts);
      return 'done';
    } catch (error) {
      if (mayPass(error)) return 'lost';
      return error instanceof ProblemError && error.problem.code === 'interviews.chunks_missing' ? 'missing' : 'refused';
    }
  },
  /** `done` when it was completed before, `refused` when nothing is taken for it any more. */
  async have(takeId: string): Promise<Recording['parts'] | 'done' | 'lost' | 'refused'> {
    try {
      const { state, parts } = await readRecording(takeId);
      return state === 'recording' ? parts : 'done';
    } catch (error) {
      return mayPass(error) ? 'lost' : 'refused';
    }
  },
};

/** No connection, a server that restarts or is busy, a sign-in that ended: none of it is a no for good. */
function mayPass(error: unknown): boolean {
  if (error instanceof NoConnectionError) return true;
  return error instanceof ProblemError && (error.problem.status >= 500 || error.problem.status === 429 || error.problem.status === 401);
}
