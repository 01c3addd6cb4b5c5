import { z } from 'zod';
import { needs } from '../premium-voice.js';

export const offerView = z
  .object({
    /** Who would hold the conversation, whether the candidate lets them, and what must be bought first; null where nobody can. */
    interviewer: z.object({ provider: z.string(), name: z.string(), allowed: z.boolean(), needs: z.enum(needs) }).nullable(),
  })
  .meta({ id: 'InterviewerOffer' });

export const lineView = z
  .object({
    /** The provider's own address for conversations. */
    url: z.string(),
    /** What the browser names itself by there; one of them holds a key that opens a conversation within a minute. */
    protocols: z.array(z.string()),
    /** What is to be said first, as it stands; null when nothing is. */
    opening: z.record(z.string(), z.unknown()).nullable(),
    truncates: z.boolean(),
    transcriber: z.string(),
    name: z.string(),
    /** How long one conversation may be. */
    seconds: z.number().int(),
  })
  .meta({ id: 'InterviewerLine' });

export const conversationTakeBody = z.strictObject({
  /** Made by the browser, so that what is sent twice because the connection broke counts once. */
  takeId: z.uuid(),
});

export type OfferView = z.infer<typeof offerView>;
export type LineView = z.infer<typeof lineView>;
export type ConversationTakeBody = z.infer<typeof conversationTakeBody>;
