/** A piece of an answer that can be played by itself: what was just recorded, or where the server has it. */
export interface PlayedPart {
  source: Blob | string;
  durationMs: number;
}
