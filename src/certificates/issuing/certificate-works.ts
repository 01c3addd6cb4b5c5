import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { Database } from '../../platform/db/index.js';
import { bakePng } from '../credentials/baking/png.js';
import { bakeSvg } from '../credentials/baking/svg.js';
import { Credentials } from '../credentials/credentials.js';
import { type SignedCredential } from '../credentials/signed-credential.js';
import { CertificatePaper } from '../drawing/certificate-paper.js';
import { CertificatePictures } from '../drawing/certificate-pictures.js';
import { type Inscription } from '../facts.js';
import { CertificateAddress } from './certificate-address.js';
import { type FileKind } from './content.repository.js';
import { type Work } from './issuing-work.js';

/** One file of a certificate, not stored yet. */
export interface DrawnFile {
  readonly kind: FileKind;
  readonly contentType: string;
  readonly body: Buffer;
}

/** Signs a certificate, and draws what bears the signature. */
@Injectable()
export class CertificateWorks {
  constructor(
    private readonly credentials: Credentials,
    private readonly paper: CertificatePaper,
    private readonly pictures: CertificatePictures,
    private readonly contacts: AccountContacts,
    private readonly address: CertificateAddress,
    private readonly db: Database,
  ) {}

  inscription({ id, slug, issuedAt, validUntil, content: { name, facts } }: Work): Inscription {
    return { id, slug, url: this.address.of({ slug }), name, issuedAt, validUntil, facts };
  }

  /** Null when whoever it is for has closed their account. */
  async sign(work: Work, inscription: Inscription): Promise<SignedCredential | null> {
    return this.db.transaction(async (tx) => {
      const contact = await this.contacts.find(tx, work.candidateId);
      return contact && this.credentials.sign(tx, inscription, { email: contact.email, subject: `urn:uuid:${randomUUID()}`, status: work.status });
    });
  }

  /** Two papers with the credential attached, two pictures with it inside, and the card that stands for the page elsewhere. */
  async draw(inscription: Inscription, credential: string): Promise<DrawnFile[]> {
    const signer = await this.db.transaction((tx) => this.credentials.pdfSigner(tx));
    const paper = async (kind: FileKind, format: 'A4' | 'Letter'): Promise<DrawnFile> => ({ kind, contentType: 'application/pdf', body: await this.paper.set(inscription, format, credential, signer) });
    return [
      await paper('pdf_a4', 'A4'),
      await paper('pdf_letter', 'Letter'),
      { kind: 'badge_png', contentType: 'image/png', body: bakePng(await this.pictures.badgePng(inscription), credential) },
      { kind: 'badge_svg', contentType: 'image/svg+xml', body: Buffer.from(bakeSvg(await this.pictures.badgeSvg(inscription), credential)) },
      { kind: 'card_png', contentType: 'image/png', body: await this.pictures.cardPng(inscription) },
    ];
  }
}
