/** How an answer is spoken: with a picture, or with the voice alone. */
export type TakeKind = 'audio' | 'video';

/** From and to, in milliseconds of playing time. */
export type Span = [fromMs: number, toMs: number];

/** Which characters of a transcript were said, or heard, when. */
export interface Timing {
  from: number;
  to: number;
  startMs: number;
  endMs: number;
}
