import { unedited } from '../answer-kinds.js';
import { type WrittenAnswer } from '../answers.repository.js';
import { modelInWords } from '../replay/given-words.js';

/** How an answer came to be the words that are judged: the candidate wrote them, a program wrote down what it heard, or both. */
export type Transcript = 'typed' | 'program' | 'edited';

type Written = Pick<WrittenAnswer, 'kind' | 'transcriber'>;

/** What was spoken and then written down by whoever spoke is typed, too: no program has heard it. */
export function transcriptOf({ kind, transcriber }: Written): Transcript {
  if (kind === 'text' || transcriber === 'candidate') return 'typed';
  return unedited(transcriber).wasEdited ? 'edited' : 'program';
}

/** "Whisper (base.en)", "OpenAI (whisper-1)", "their own device"; null where no program took part. */
export function programOf(answer: Written): string | null {
  if (transcriptOf(answer) === 'typed') return null;
  const { by } = unedited(answer.transcriber);
  if (by === 'device') return 'their own device';
  return by.startsWith('whisper/') ? `Whisper (${by.slice('whisper/'.length)})` : modelInWords(by);
}
