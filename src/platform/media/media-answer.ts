import { z } from 'zod';
import { type MediaAnswer, mediaFaults, mediaTypes, type MediaWants } from './media.js';

const count = z.number().int().nonnegative().max(2 ** 40);

// Written anew, packets need other headers and an index: hardly more, but never twice as much.
const MOST_GROWTH = 2;

/** What the child process may say; it read hostile bytes, so whatever else it says counts as nothing. */
const mediaAnswer: z.ZodType<MediaAnswer> = z.union([
  z.strictObject({ contentType: z.enum(mediaTypes), durationMs: count, bytes: count.positive(), video: z.boolean(), audio: z.boolean() }),
  z.strictObject({ fault: z.enum(mediaFaults) }),
]);

export function mediaAnswerIn(line: string, { maxBytes }: MediaWants): MediaAnswer | null {
  try {
    const answer = mediaAnswer.parse(JSON.parse(line));
    return 'fault' in answer || answer.bytes <= MOST_GROWTH * maxBytes ? answer : null;
  } catch {
    return null;
  }
}
