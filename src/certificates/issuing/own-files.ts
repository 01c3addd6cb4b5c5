import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type ServedObject } from '../../platform/storage/index.js';
import { CertificateObjects } from './certificate-objects.js';
import { CertificateRepository } from './certificate.repository.js';
import { ContentRepository } from './content.repository.js';
import { type Download, downloads } from './issuing.dto.js';

/** How each is called once it is saved; the clip plays in the page. */
const NAMES: Readonly<Record<Exclude<Download, 'clip'>, string>> = {
  pdf_a4: 'certificate-a4.pdf', pdf_letter: 'certificate-letter.pdf', badge_png: 'badge.png', badge_svg: 'badge.svg', card_png: 'card.png', credential_json: 'credential.json', credential_jwt: 'credential.jwt',
};
/** Verifiable Credentials Data Model 2.0, and the JSON Web Token of the same. */
const TEXTS = { credential_json: 'application/vc', credential_jwt: 'application/jwt' } as const;

/** Downloads of one's own certificates. */
@Injectable()
export class OwnFiles {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly contents: ContentRepository,
    private readonly objects: CertificateObjects,
    private readonly clock: Clock,
  ) {}

  /** 404 unless it is issued, has such a file and has not ended. */
  async serve(tx: Tx, candidateId: string, id: string, name: string, range: string | undefined): Promise<ServedObject> {
    const kind = downloads.find((known) => known === name);
    const certificate = await this.certificates.getMine(tx, candidateId, id);
    if (kind === undefined || certificate.effectiveState(await this.clock.now(tx)) !== 'issued') throw notFound();
    if (kind === 'credential_json' || kind === 'credential_jwt') return this.text(tx, id, kind);
    const object = kind === 'clip' ? ((await this.contents.clipOf(tx, id))?.object ?? null) : await this.contents.fileOf(tx, id, kind);
    if (object === null) throw notFound();
    const served = await this.objects.serve(tx, object, range);
    return kind === 'clip' ? served : { ...served, headers: { ...served.headers, ...saved(kind) } };
  }

  private async text(tx: Tx, id: string, kind: keyof typeof TEXTS): Promise<ServedObject> {
    const found = await this.contents.credentialOf(tx, id);
    const text = kind === 'credential_json' ? found?.credential : found?.jwt;
    if (!text) throw notFound();
    const body = Buffer.from(text);
    return { status: 200, headers: { 'content-type': TEXTS[kind], 'content-length': String(body.length), 'cache-control': 'private, no-store', ...saved(kind) }, stream: Readable.from([body]) };
  }
}

function saved(kind: keyof typeof NAMES): Record<string, string> {
  return { 'content-disposition': `attachment; filename="${NAMES[kind]}"` };
}
