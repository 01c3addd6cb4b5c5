import { createHash, type KeyObject, sign } from 'node:crypto';
import { Signer } from '@signpdf/utils';
import { identifier, integer, moment, nothing, octets, sequence, set, tagged } from './der.js';
import { namesIn } from './x509.js';

const SIGNED_DATA = identifier('1.2.840.113549.1.7.2');
const DATA = identifier('1.2.840.113549.1.7.1');
const CONTENT_TYPE = identifier('1.2.840.113549.1.9.3');
const MESSAGE_DIGEST = identifier('1.2.840.113549.1.9.4');
const SIGNING_TIME = identifier('1.2.840.113549.1.9.5');
const SHA256 = sequence(identifier('2.16.840.1.101.3.4.2.1'), nothing);
const RSA = sequence(identifier('1.2.840.113549.1.1.1'), nothing);
const VERSION_1 = integer(Buffer.from([1]));
const FIRST_BY_PLACE = 0xa0;

/** Signs papers: a detached signature in CMS (RFC 5652), as PDF 1.7 wants it for `adbe.pkcs7.detached`. No timestamp of somebody else stands in it. */
export class PdfSigner extends Signer {
  constructor(
    private readonly key: KeyObject,
    private readonly x509: Buffer,
    private readonly signedAt: Date,
  ) {
    super();
  }

  override sign(pdf: Buffer, signingTime: Date = this.signedAt): Promise<Buffer> {
    const digest = createHash('sha256').update(pdf).digest();
    const said = set(
      sequence(CONTENT_TYPE, set(DATA)),
      sequence(SIGNING_TIME, set(moment(signingTime))),
      sequence(MESSAGE_DIGEST, set(octets(digest))),
    );
    const { issuer, serial } = namesIn(this.x509);
    // Signed as a set, written down as the first element that only its place names.
    const asWritten = Buffer.from(said);
    asWritten[0] = FIRST_BY_PLACE;
    const signer = sequence(VERSION_1, sequence(issuer, serial), SHA256, asWritten, RSA, octets(sign('sha256', said, this.key)));
    return Promise.resolve(sequence(SIGNED_DATA, tagged(0, sequence(VERSION_1, set(SHA256), sequence(DATA), tagged(0, this.x509), set(signer)))));
  }
}
