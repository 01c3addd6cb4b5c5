/** A piece of a take: parts count from 0 (a further one after a reload), pieces from 0 within their part. */
export interface ChunkPlace {
  part: number;
  seq: number;
}

/** What a server has of one part: the numbers of its pieces. */
export interface PartThere {
  part: number;
  chunks: number[];
}

/** `lost` may be tried again; `refused` may not: taken back, deleted, too much, no longer yours. */
export type SendOutcome = 'kept' | 'lost' | 'refused';
export type CompleteOutcome = 'done' | 'missing' | 'lost' | 'refused';

/** The way to the server, given by whoever knows the API. */
export interface ChunkPost {
  send(takeId: string, part: number, seq: number, bytes: Blob): Promise<SendOutcome>;
  /** How many pieces each part has, in order. */
  complete(takeId: string, parts: number[]): Promise<CompleteOutcome>;
  /** What the server has of a take. `done` when its end was confirmed already, `refused` when it takes nothing for it (any more). */
  have(takeId: string): Promise<PartThere[] | 'done' | 'lost' | 'refused'>;
}
