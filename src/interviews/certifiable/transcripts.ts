import { edited, type Transcriber, unedited } from '../answer-kinds.js';
import { type ToldAnswer } from '../answers.repository.js';
import { modelInWords } from '../replay/given-words.js';
import { isAsHeard } from '../speech/heard-text.js';

/** How an answer came to be the words that are judged: the candidate wrote them, a program wrote down what it heard, or both. */
export type Transcript = 'typed' | 'program' | 'edited';

/**
 * What was spoken and then written down by whoever spoke is typed, too: no program has heard it. The page says who wrote an answer down, so
 * that a program of ours, or one we asked, is named only for what it wrote down here, the last time that anything
 * was heard. What their own device hears is told by that alone.
 */
export function transcriptOf({ text, kind, transcriber, takes, talked }: ToldAnswer): Transcript {
  if (kind === 'text' || transcriber === 'candidate' || takes.length === 0) return 'typed';
  const { by, wasEdited } = unedited(transcriber);
  const asSaid = wasEdited ? 'edited' : 'program';
  if (by === 'device' || talked) return asSaid;
  const last = takes.findLast(({ heard }) => heard === null || heard.length > 0);
  if (last?.heard === null) return asSaid;
  const byThem = last?.heard.filter((piece) => piece.by === by) ?? [];
  if (!last || byThem.length === 0) return 'typed';
  return isAsHeard(last.id, text, byThem) ? asSaid : 'edited';
}

/** Who wrote an answer down as far as it is known here. */
export function writerOf(answer: ToldAnswer): Transcriber {
  const by = { typed: 'candidate', program: answer.transcriber, edited: edited(answer.transcriber) };
  return by[transcriptOf(answer)];
}

/** "Whisper (base.en)", "OpenAI (whisper-1)", "their own device"; null where no program took part. */
export function programOf(answer: ToldAnswer): string | null {
  if (transcriptOf(answer) === 'typed') return null;
  const { by } = unedited(answer.transcriber);
  if (by === 'device') return 'their own device';
  return by.startsWith('whisper/') ? `Whisper (${by.slice('whisper/'.length)})` : modelInWords(by);
}
