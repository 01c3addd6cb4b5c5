import { z } from 'zod';

/** A take that is kept: coming in, handed over to be made playable, playable, or not playable for a reason. */
export const recordingStates = ['recording', 'sent', 'ready', 'broken'] as const;
export type RecordingState = (typeof recordingStates)[number];

/** What a take is made of. */
export const takeKinds = ['audio', 'video'] as const;
export type TakeKind = (typeof takeKinds)[number];

const LONGEST_MS = 86_400_000;
const MOST_STRETCHES = 10_000;
const moment = z.string().meta({ format: 'date-time' });
const ms = z.number().int().min(0).max(LONGEST_MS);
const place = z.number().int().min(0).max(1_000_000);

export const takeBody = z.strictObject({
  /** Made by the browser, so that a take that is begun twice because the connection broke is one take. */
  takeId: z.uuid(),
  kind: z.enum(takeKinds),
  /** The container of the recorder, such as `video/webm;codecs=vp9,opus`. */
  contentType: z.string().max(100),
});

export const takeView = z
  .object({ takeId: z.uuid(), number: z.number().int(), retakesLeft: z.number().int(), /** Whether there is a consent to keep it. */ kept: z.boolean() })
  .meta({ id: 'Take' });

export const recordingShape = z.object({
  takeId: z.uuid(),
  position: z.number().int(),
  number: z.number().int(),
  kind: z.enum(takeKinds),
  state: z.enum(recordingStates),
  contentType: z.string(),
  durationMs: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  fault: z.object({ code: z.string(), says: z.string() }).nullable(),
  /** The chunks that have arrived and are not assembled yet: parts and chunks are counted from 0. */
  parts: z.array(z.object({ part: z.number().int(), chunks: z.array(z.number().int()) })),
  expiresAt: moment,
});

export const recordingView = recordingShape.meta({ id: 'Recording' });

export const chunkView = z.object({ part: z.number().int(), seq: z.number().int() }).meta({ id: 'Chunk' });

export const completionBody = z.strictObject({
  /** How many chunks each part has, the first part first. */
  parts: z.array(z.number().int().min(0).max(100_000)).min(1).max(100),
});

export const deliveryBody = z.strictObject({
  durationMs: ms.min(1),
  /** When somebody spoke, from and to in milliseconds. */
  speech: z.array(z.tuple([ms, ms])).max(MOST_STRETCHES),
  /** Which characters of the transcript were said when, as far as a recogniser or the writing down shows it. */
  timings: z.array(z.strictObject({ from: place, to: place, startMs: ms, endMs: ms })).max(MOST_STRETCHES),
  /** How often whoever wrote it down heard "um" and left it out; null when nobody counted. */
  fillers: z.number().int().min(0).max(MOST_STRETCHES).nullable().default(null),
});

export type TakeBody = z.infer<typeof takeBody>;
export type TakeView = z.infer<typeof takeView>;
export type RecordingView = z.infer<typeof recordingShape>;
export type ChunkView = z.infer<typeof chunkView>;
export type CompletionBody = z.infer<typeof completionBody>;
export type DeliveryBody = z.infer<typeof deliveryBody>;
