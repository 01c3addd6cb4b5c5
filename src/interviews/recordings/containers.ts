import { type SessionPurpose } from './recording.repository.js';
import { containerUnknown } from './recordings.errors.js';
import { type TakeKind } from './recordings.dto.js';

const CONTAINERS: Readonly<Record<TakeKind, RegExp>> = { video: /^video\/(webm|mp4)$/i, audio: /^audio\/(webm|mp4|ogg)$/i };
const CODECS = /^\s*codecs\s*=\s*"?[\w.,\s-]{1,80}"?\s*$/i;

/** The consent under which a take of this kind is kept. */
export const purposeOf = (kind: TakeKind): SessionPurpose => (kind === 'video' ? 'recording' : 'audio_replay');

/** AppError `interviews.container_unknown` unless it is a container that is played here, with its codecs or without. */
export function mustBeContainer(kind: TakeKind, contentType: string): void {
  const [container = '', ...codecs] = contentType.split(';');
  if (!CONTAINERS[kind].test(container.trim()) || codecs.length > 1 || codecs.some((words) => !CODECS.test(words))) throw containerUnknown();
}
