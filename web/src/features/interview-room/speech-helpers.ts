import { type InterviewQuestion } from '../../api/schema.js';
import { askedVoice, type Speech, type SpeechHelper } from '../../api/speech.js';

/** Who writes down what is said, of those who may; null when the candidate or their device does. */
export const transcriberOf = (speech: Speech | null): SpeechHelper | null => speech?.transcribers.find(({ allowed }) => allowed) ?? null;

/** "OpenAI", or "this server". */
export const calledBy = ({ name, staysHere }: SpeechHelper): string => (staysHere ? 'this server' : name);

/** Where a question can be heard; null where only the browser has a voice, undefined while it is not known. What was worded for somebody is read to them only where they allow it, and have what it needs. */
export function voiceFor(speech: Speech | null, interviewId: string, { position, wordedBy }: Pick<InterviewQuestion, 'position' | 'wordedBy'>): string | null | undefined {
  if (speech === null) return undefined;
  const isThere = wordedBy === null ? speech.voices.length > 0 : speech.voices.some(({ allowed, needs }) => allowed && needs === 'nothing');
  return isThere ? askedVoice(interviewId, position) : null;
}
