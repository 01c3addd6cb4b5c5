import { z } from 'zod';
import { needs } from '../premium-voice.js';
import { transcriber } from '../recordings/transcriber.dto.js';

const count = z.number().int();

/** What was said in a take. It is not saved yet. */
export const transcriptView = z
  .object({
    text: z.string(),
    transcriber,
    /** Which characters were said when, in milliseconds of the sound. */
    timings: z.array(z.object({ from: count, to: count, startMs: count, endMs: count })),
    /** How often "um" was heard and left out; null when nobody counted. */
    fillers: count.nullable(),
  })
  .meta({ id: 'Transcript' });

const helper = z.object({
  /** The scope of the consent to `ai_processing`. */
  provider: z.string(),
  name: z.string(),
  /** True for what runs on this server: nothing leaves it, so nothing has to be allowed. */
  staysHere: z.boolean(),
  allowed: z.boolean(),
});

/** Who writes down what is said and who reads questions aloud here, in order, and whom of them the caller allows to. */
export const speechView = z.object({
  transcribers: z.array(helper),
  /** `needs`: what must be bought before a voice reads what was written for the caller; questions of the bank it reads anyway. */
  voices: z.array(helper.extend({ needs: z.enum(needs) })),
}).meta({ id: 'Speech' });

/** Who reads the questions of the bank aloud for everybody; null when nobody does. */
export const voiceView = z.object({ name: z.string().nullable() }).meta({ id: 'Voice' });

export type TranscriptView = z.infer<typeof transcriptView>;
export type SpeechView = z.infer<typeof speechView>;
export type VoiceView = z.infer<typeof voiceView>;
