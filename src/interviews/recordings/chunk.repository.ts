import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

/** A piece of a recording. Parts and pieces are counted from 0. */
export interface Chunk {
  readonly part: number;
  readonly seq: number;
  readonly object: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Sizes {
  readonly chunks: number;
  readonly bytes: number;
  readonly accountBytes: number;
}

const CHUNK = 'part, seq, object, bytes, sha256';

/** Statements about the pieces of recordings that are not assembled yet. */
@Injectable()
export class ChunkRepository {
  async find(tx: Tx, takeId: string, part: number, seq: number): Promise<Chunk | null> {
    const [chunk] = await tx.query<Chunk[]>(`select ${CHUNK} from interviews.recording_chunk where take_id = $1 and part = $2 and seq = $3`, [takeId, part, seq]);
    return chunk ?? null;
  }

  async insert(tx: Tx, takeId: string, { part, seq, object, bytes, sha256 }: Chunk): Promise<void> {
    await tx.query('insert into interviews.recording_chunk (take_id, part, seq, object, bytes, sha256) values ($1, $2, $3, $4, $5, $6)', [takeId, part, seq, object, bytes, sha256]);
  }

  /** In the order they were recorded. */
  all(tx: Tx, takeId: string): Promise<Chunk[]> {
    return tx.query(`select ${CHUNK} from interviews.recording_chunk where take_id = $1 order by part, seq`, [takeId]);
  }

  /** What has come in of a recording, and what all recordings of its account take up. */
  async sizes(tx: Tx, subjectId: string, takeId: string): Promise<Sizes> {
    const [row] = await tx.query<Sizes[]>(
      `select count(c.seq) filter (where c.take_id = $2)::int as chunks, coalesce(sum(c.bytes) filter (where c.take_id = $2), 0)::float8 as bytes,
         coalesce(sum(coalesce(c.bytes, r.bytes)), 0)::float8 as "accountBytes"
       from interviews.recording r left join interviews.recording_chunk c on c.take_id = r.take_id where r.subject_id = $1`,
      [subjectId, takeId],
    );
    return row ?? { chunks: 0, bytes: 0, accountBytes: 0 };
  }
}
