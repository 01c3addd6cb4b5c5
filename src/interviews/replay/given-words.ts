import { type Given } from './given.js';

const KINDS: Readonly<Record<Given['kind'], string>> = { text: 'Answered by typing', audio: 'Answered by voice', video: 'Answered by video' };
const TRANSCRIBERS: Readonly<Record<Given['transcriber'], string>> = {
  candidate: 'you typed it',
  device: 'recognised on your device',
  device_edited: 'recognised on your device, edited by you',
};

/** Who wrote down what was spoken, of all answers: "you typed it", "you typed it; or recognised on your device"; null when none was spoken. */
export function transcribersInWords(given: readonly (Pick<Given, 'kind' | 'transcriber'> | null)[]): string | null {
  const found = new Set(given.flatMap((one) => (one === null || one.kind === 'text' ? [] : [TRANSCRIBERS[one.transcriber]])));
  return found.size === 0 ? null : [...found].join('; or ');
}

/** "Answered by video, recorded twice. Transcript: you typed it." */
export function givenInWords({ kind, transcriber, take }: { kind: Given['kind']; transcriber: Given['transcriber']; take: { number: number } | null }): string {
  if (kind === 'text') return `${KINDS.text}.`;
  return `${KINDS[kind]}${take && take.number > 1 ? `, recorded ${take.number === 2 ? 'twice' : `${take.number} times`}` : ''}. Transcript: ${TRANSCRIBERS[transcriber]}.`;
}
