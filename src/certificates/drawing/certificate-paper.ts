import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { type Signer } from '@signpdf/utils';
import { accessiblePdf, Lettering } from '../../platform/paper/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Inscription } from '../facts.js';
import { drawCertificate } from './certificate-sheet.js';
import { Sheet } from './sheet.js';
import { addSignatureField } from './signature-field.js';
import { dayInWords } from '../words.js';

export type PaperFormat = 'A4' | 'Letter';

/** Certificates to be printed, framed and filed. */
@Injectable()
export class CertificatePaper {
  constructor(private readonly policy: Policy) {}

  /**
   * One page as a tagged PDF (PDF/UA), with the credential attached as `credential.json`, byte by byte, and a PDF digital
   * signature (no PAdES) that is dated like the certificate: the same certificate and key make the same bytes.
   */
  async set(inscription: Inscription, format: PaperFormat, credential: string, signer: Signer): Promise<Buffer> {
    const pdf = await unsignedPaper(inscription, format, credential, this.policy.values.operator.name);
    const { SignPdf } = await import('@signpdf/signpdf');
    return new SignPdf().sign(pdf, signer, inscription.issuedAt);
  }
}

/** The paper with an empty signature; `issuer` is who answers for it. */
export async function unsignedPaper(inscription: Inscription, format: PaperFormat, credential: string, issuer: string): Promise<Buffer> {
  const { name, facts, issuedAt } = inscription;
  const doc = await accessiblePdf({
    size: format === 'A4' ? 'A4' : 'LETTER', margin: 0,
    info: { Title: `Certificate of ${name}: ${facts.roleTitle}, ${facts.levelTitle}`, Author: issuer, Subject: `Score ${facts.overall} of 10, ${dayInWords(issuedAt)}`, CreationDate: issuedAt },
  });
  const sheet = new Sheet(doc, await Lettering.on(doc));
  drawCertificate(sheet, inscription, issuer);
  attach(doc, credential, issuedAt);
  addSignatureField(sheet, { by: issuer, at: issuedAt });
  sheet.end();
  return buffer(doc);
}

function attach(doc: PDFKit.PDFDocument, credential: string, at: Date): void {
  // The types of pdfkit do not know the relationship yet.
  const how: object = { relationship: 'Data' };
  doc.file(Buffer.from(credential), { name: 'credential.json', type: 'application/json', description: 'The credential of this certificate, to be checked by machines', creationDate: at, modifiedDate: at, ...how });
}
