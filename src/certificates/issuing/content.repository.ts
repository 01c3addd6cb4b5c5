import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type CertificateFacts } from '../facts.js';
import { type HeldObject } from './certificate-objects.js';

/** What is made of every certificate besides its credential. */
export const fileKinds = ['pdf_a4', 'pdf_letter', 'badge_png', 'badge_svg', 'card_png'] as const;
export type FileKind = (typeof fileKinds)[number];

/** The part of a recording, in milliseconds, that its owner chose to show. */
export interface ChosenPart {
  readonly takeId: string;
  readonly from: number;
  readonly to: number;
}

/** All that is personal about a certificate. */
export interface CertificateContent {
  readonly name: string;
  readonly facts: CertificateFacts;
  readonly part: ChosenPart | null;
}

/** Its own copy of that part. */
export interface CopiedPart {
  readonly object: HeldObject;
  readonly contentType: string;
  readonly durationMs: number;
  /** WebVTT; null when nothing was said in it. */
  readonly captions: string | null;
}

const CONTENT = `name, facts, case when take_id is null then null else jsonb_build_object('takeId', take_id, 'from', clip_from, 'to', clip_to) end as part`;

/** Statements about what certificates say, and the files that were made of it. */
@Injectable()
export class ContentRepository {
  async find(tx: Tx, id: string): Promise<CertificateContent | null> {
    const [content] = await tx.query<CertificateContent[]>(`select ${CONTENT} from certificates.content where certificate_id = $1`, [id]);
    return content ?? null;
  }

  async put(tx: Tx, id: string, { name, facts, part }: CertificateContent): Promise<void> {
    await tx.query(
      `insert into certificates.content (certificate_id, name, facts, take_id, clip_from, clip_to) values ($1, $2, $3, $4, $5, $6)
       on conflict (certificate_id) do update set name = excluded.name, facts = excluded.facts, take_id = excluded.take_id, clip_from = excluded.clip_from, clip_to = excluded.clip_to`,
      [id, name, JSON.stringify(facts), part?.takeId ?? null, part?.from ?? null, part?.to ?? null],
    );
  }

  /** The facts as they are issued, and the credential that says them, exactly as it is served. Which recording it was need not be known any more. */
  async seal(tx: Tx, id: string, facts: CertificateFacts, { credential, jwt }: { readonly credential: string; readonly jwt: string }): Promise<void> {
    await tx.query('update certificates.content set facts = $2, credential = $3, jwt = $4, take_id = null, clip_from = null, clip_to = null where certificate_id = $1', [id, JSON.stringify(facts), credential, jwt]);
  }

  async addFiles(tx: Tx, id: string, files: readonly (HeldObject & { readonly kind: FileKind })[]): Promise<void> {
    await tx.query(
      `insert into certificates.file (certificate_id, kind, object, bytes, sha256) select $1, f.kind, f.id, f.bytes, f.sha256 from jsonb_to_recordset($2::jsonb) as f (kind text, id uuid, bytes bigint, sha256 text)`,
      [id, JSON.stringify(files)],
    );
  }

  async addClip(tx: Tx, { subjectId, scope, fields, expiresAt }: Consented<'certificate_clip'>, { object, contentType, durationMs, captions }: CopiedPart): Promise<void> {
    await tx.query(
      `insert into certificates.clip (certificate_id, candidate_id, scope, fields, grant_expires_at, object, bytes, sha256, content_type, duration_ms, captions) values ($1::uuid, $2, $1::uuid::text, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [scope, subjectId, fields, expiresAt ?? 'infinity', object.id, object.bytes, object.sha256, contentType, durationMs, captions],
    );
  }

  /** The object of one of its files; null when there is none. */
  async fileOf(tx: Tx, id: string, kind: FileKind): Promise<string | null> {
    const [row] = await tx.query<{ object: string }[]>('select object from certificates.file where certificate_id = $1 and kind = $2', [id, kind]);
    return row?.object ?? null;
  }

  async clipOf(tx: Tx, id: string): Promise<{ object: string; durationMs: number; bytes: number; contentType: string } | null> {
    const [clip] = await tx.query<{ object: string; durationMs: number; bytes: number; contentType: string }[]>(
      'select object, duration_ms as "durationMs", bytes::int, content_type as "contentType" from certificates.clip where certificate_id = $1 and grant_expires_at > clock.now()', [id]);
    return clip ?? null;
  }

  /** The copy that a correction copies once more; null when it is gone. */
  async clipOfCorrected(tx: Tx, id: string): Promise<(Omit<CopiedPart, 'object'> & { readonly object: string }) | null> {
    const [clip] = await tx.query<(Omit<CopiedPart, 'object'> & { object: string })[]>(
      `select k.object, k.content_type as "contentType", k.duration_ms as "durationMs", k.captions from certificates.certificate c join certificates.clip k on k.certificate_id = c.replaces
       where c.id = $1 and k.grant_expires_at > clock.now()`, [id]);
    return clip ?? null;
  }

  async credentialOf(tx: Tx, id: string): Promise<{ credential: string | null; jwt: string | null } | null> {
    const [row] = await tx.query<{ credential: string | null; jwt: string | null }[]>('select credential, jwt from certificates.content where certificate_id = $1', [id]);
    return row ?? null;
  }

  async isPublished(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query<object[]>('select from certificates.publication where certificate_id = $1 and grant_expires_at > clock.now()', [id])).length > 0;
  }
}
