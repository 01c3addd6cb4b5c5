import { Injectable } from '@nestjs/common';
import { isId, notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { CertificateAddress } from '../issuing/certificate-address.js';
import { type RegisterLineView } from './measures.dto.js';
import { MeasureRepository, type RegisterLine } from './measure.repository.js';

const SLUG = /(?:^|\/c\/)([A-Za-z0-9_-]{22})(?:[/?#].*)?$/;

/** The register as whoever runs this place reads it: what became of a certificate, and nothing of what it says. */
@Injectable()
export class CertificateRegister {
  constructor(
    private readonly lines: MeasureRepository,
    private readonly address: CertificateAddress,
  ) {}

  /** By its number, its link, or the end of that; null when there is none, or it was never issued. */
  async find(tx: Tx, words: string): Promise<RegisterLineView | null> {
    const asked = words.trim();
    const [, slug] = SLUG.exec(asked) ?? [];
    const by = isId(asked) ? { id: asked } : slug !== undefined && { slug };
    const line = by ? await this.lines.find(tx, by) : null;
    return line && this.view(tx, line);
  }

  /** 404 for one that was never issued. */
  async read(tx: Tx, id: string): Promise<RegisterLineView> {
    const line = await this.lines.find(tx, { id });
    if (!line) throw notFound();
    return this.view(tx, line);
  }

  private async view(tx: Tx, { slug, issuedAt, validUntil, suspendedAt, revokedAt, ...line }: RegisterLine): Promise<RegisterLineView> {
    const measures = (await this.lines.of(tx, line.id)).map(({ at, ...measure }) => ({ ...measure, at: at.toISOString() }));
    return {
      ...line, url: this.address.of({ slug }), issuedAt: issuedAt.toISOString(), validUntil: validUntil.toISOString(),
      suspendedAt: suspendedAt?.toISOString() ?? null, revokedAt: revokedAt?.toISOString() ?? null, measures,
    };
  }
}
