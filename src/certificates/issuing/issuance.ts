import { Injectable } from '@nestjs/common';
import { ConsentGate, endScopes } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type CertificateFacts } from '../facts.js';
import { Corrected } from '../life/corrected.js';
import { PublicationRepository } from '../public/publication.repository.js';
import { type HeldObject } from './certificate-objects.js';
import { CertificateRepository } from './certificate.repository.js';
import { type CopiedPart, type FileKind } from './content.repository.js';
import { IssuedContent } from './issued-content.js';
import { IssuingNews } from './issuing-news.js';
import { type Work } from './issuing-work.js';

/** All that was made of a certificate, stored for now. */
export interface Made {
  readonly facts: CertificateFacts;
  readonly signed: { readonly credential: string; readonly jwt: string };
  readonly files: readonly (HeldObject & { readonly kind: FileKind })[];
  readonly clip: CopiedPart | null;
}

/** The one commit that issues a certificate. */
@Injectable()
export class Issuance {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly content: IssuedContent,
    private readonly publications: PublicationRepository,
    private readonly gate: ConsentGate,
    private readonly corrected: Corrected,
    private readonly news: IssuingNews,
  ) {}

  /** `lost`: somebody else has the work, or it is not wanted any more. `clip withdrawn`: what was signed names a video that must not be shown. Either way nothing was changed. */
  async settle(tx: Tx, { id, token, candidateId, validUntil, content }: Work, made: Made): Promise<'issued' | 'lost' | 'clip withdrawn'> {
    const certificate = await this.certificates.leased(tx, id, token);
    if (!certificate) return 'lost';
    const clipAllowed = made.clip && (await this.gate.find(tx, candidateId, 'certificate_clip', id));
    if (made.clip && !clipAllowed) return 'clip withdrawn';
    certificate.finish();
    await this.certificates.save(tx, certificate);
    await this.content.keep(tx, id, made, clipAllowed, validUntil);
    // What was allowed for a video that is not in it has nothing to be about.
    if (!made.clip) await endScopes(tx, ['certificate_clip'], [id], 'certificates');
    await this.corrected.giveWay(tx, certificate);
    const shown = await this.gate.find(tx, candidateId, 'public_certificate', id);
    if (shown) await this.publications.add(tx, shown);
    await this.news.tell(tx, { id, candidateId, facts: made.facts, validUntil, isPublished: shown !== null, isCorrection: certificate.replaces !== null, lostClip: content.facts.clip !== null && !made.clip });
    return 'issued';
  }
}
