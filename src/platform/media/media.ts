/** What can be wrong with a recording. `parts_differ`: its parts were recorded in other codecs or containers and cannot be joined. */
export const mediaFaults = [
  'empty', 'not_media', 'no_start', 'no_picture', 'no_sound', 'silent', 'out_of_order', 'parts_differ', 'too_long', 'too_large', 'unreadable', 'took_too_long',
] as const;
/** One of `mediaFaults`. */
export type MediaFault = (typeof mediaFaults)[number];

export const mediaTypes = ['video/webm', 'audio/webm', 'video/mp4', 'audio/mp4', 'audio/ogg'] as const;

/** What a recording has to be: `bytes` and `seconds` are the most of it, all parts together. */
export interface MediaWants {
  readonly kind: 'audio' | 'video';
  readonly maxBytes: number;
  readonly maxSeconds: number;
}

export interface MediaFacts {
  readonly contentType: (typeof mediaTypes)[number];
  readonly durationMs: number;
  readonly bytes: number;
  readonly video: boolean;
  readonly audio: boolean;
}

export type MediaAnswer = MediaFacts | { readonly fault: MediaFault };

/** Ends the work on a recording with what is wrong with it. */
export class MediaRefusal extends Error {
  readonly fault: MediaFault;

  constructor(fault: MediaFault) {
    super(fault);
    this.fault = fault;
  }
}
