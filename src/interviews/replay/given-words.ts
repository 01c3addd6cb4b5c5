import { type Transcriber, unedited } from '../answer-kinds.js';
import { type Given } from './given.js';

const KINDS: Readonly<Record<Given['kind'], string>> = { text: 'Answered by typing', audio: 'Answered by voice', video: 'Answered by video' };
const MAKERS: Readonly<Record<string, string>> = { openai: 'OpenAI', xai: 'xAI', elevenlabs: 'ElevenLabs', compatible: 'the model of this place', whisper: 'Whisper on this server' };

/** Who reads it: whoever spoke, or somebody else. */
type Reader = 'speaker' | 'other';

const BY: Readonly<Record<Reader, { typed: string; device: string; edited: string }>> = {
  speaker: { typed: 'you typed it', device: 'recognised on your device', edited: 'edited by you' },
  other: { typed: 'typed by whoever spoke', device: 'recognised on their device', edited: 'edited by them' },
};

/** "you typed it", "recognised on your device", "OpenAI (whisper-1), edited by you". */
export function transcriberInWords(transcriber: Transcriber, reader: Reader = 'speaker'): string {
  const words = BY[reader];
  if (transcriber === 'candidate') return words.typed;
  const { by, wasEdited } = unedited(transcriber);
  return `${by === 'device' ? words.device : modelInWords(by)}${wasEdited ? `, ${words.edited}` : ''}`;
}

/** "OpenAI (whisper-1)" for `openai/whisper-1`. */
export function modelInWords(by: string): string {
  const [provider = '', ...model] = by.split('/');
  return `${MAKERS[provider] ?? provider} (${model.at(-1) ?? ''})`;
}

/** Who wrote down what was spoken, of all answers: "you typed it", "you typed it; or recognised on your device"; null when none was spoken. */
export function transcribersInWords(given: readonly (Pick<Given, 'kind' | 'transcriber'> | null)[]): string | null {
  const found = new Set(given.flatMap((one) => (one === null || one.kind === 'text' ? [] : [transcriberInWords(one.transcriber)])));
  return found.size === 0 ? null : [...found].join('; or ');
}

/** "Answered by video, recorded twice. Transcript: you typed it." */
export function givenInWords({ kind, transcriber, take }: { kind: Given['kind']; transcriber: Given['transcriber']; take: { number: number } | null }, reader: Reader = 'speaker'): string {
  if (kind === 'text') return `${KINDS.text}.`;
  return `${KINDS[kind]}${take && take.number > 1 ? `, recorded ${take.number === 2 ? 'twice' : `${take.number} times`}` : ''}. Transcript: ${transcriberInWords(transcriber, reader)}.`;
}
