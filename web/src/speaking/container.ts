import { type TakeKind } from './take-kind.js';

/** In the order of preference; the first that this browser can write is taken. */
const CONTAINERS: Readonly<Record<TakeKind, readonly string[]>> = {
  video: ['video/webm;codecs=vp9,opus', 'video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4;codecs=avc1.42E01E,mp4a.40.2', 'video/mp4'],
  audio: ['audio/webm;codecs=opus', 'audio/webm', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4', 'audio/ogg;codecs=opus'],
};

/** What this browser can record in, as a content type with its codecs; null where it can record nothing we can keep. */
export function chooseContainer(kind: TakeKind, supports: (contentType: string) => boolean = canRecord): { contentType: string } | null {
  const contentType = CONTAINERS[kind].find(supports);
  return contentType === undefined ? null : { contentType };
}

const canRecord = (contentType: string): boolean => typeof MediaRecorder !== 'undefined' && MediaRecorder.isTypeSupported(contentType);
