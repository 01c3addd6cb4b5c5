import { z } from 'zod';
import { answerKinds } from '../answer-kinds.js';
import { transcriber } from './transcriber.dto.js';
import { recordingShape, takeKinds } from './recordings.dto.js';

const moment = z.string().meta({ format: 'date-time' });
const count = z.number().int();

/** How an answer sounded; never a part of a score. */
const deliveryShape = z.object({
  durationMs: count,
  speakingMs: count,
  words: count,
  /** Over the time somebody spoke; null when too little was heard. */
  wordsPerMinute: count.nullable(),
  /** Silences of two seconds or more; `share` of the time from the first sound to the last. */
  pauses: z.object({ count, longestMs: count, share: z.number() }),
  /** Null when whoever wrote the answer down does not count them. */
  fillers: z.object({ per100Words: z.number(), band: z.enum(['fewest', 'few', 'many', 'most']) }).nullable(),
});

/** How an answer came to be, and what is left of how it was spoken. */
export const givenShape = z.object({
  kind: z.enum(answerKinds),
  /** Who wrote it down. */
  transcriber,
  /** The last time it was spoken; null when it was typed. */
  take: z
    .object({
      takeId: z.uuid(),
      kind: z.enum(takeKinds),
      /** How often it was spoken. */
      number: count,
      recording: recordingShape.nullable(),
      /** Why nothing can be played: never kept, over since that moment after so many days, or deleted at that moment. */
      gone: z.object({ why: z.enum(['not_kept', 'ended', 'deleted']), at: moment.nullable(), days: count.nullable() }).nullable(),
      /** Which characters of the report's text were said when, in milliseconds of the recording: in order, none over another. */
      cues: z.array(z.object({ from: count, to: count, startMs: count, endMs: count })),
      /** Whether those times are not from a recogniser. */
      estimated: z.boolean(),
      delivery: deliveryShape.nullable(),
    })
    .nullable(),
});
