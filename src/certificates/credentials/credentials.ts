import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { keyedHash, keyFor } from '../../platform/keys/index.js';
import { type Inscription } from '../facts.js';
import { Issuer } from './issuer.js';
import { PdfSigner } from './keys/pdf-signer.js';
import { SigningKeys } from './keys/signing-keys.js';
import { signedCredential, type SignedCredential } from './signed-credential.js';
import { StatusLists } from './status/status-lists.js';

/** Signs what is said about somebody. */
@Injectable()
export class Credentials {
  private readonly saltKey: Buffer;

  constructor(
    { settings }: Config,
    private readonly issuer: Issuer,
    private readonly keys: SigningKeys,
    private readonly lists: StatusLists,
    private readonly clock: Clock,
  ) {
    this.saltKey = keyFor(settings.SECRET, 'salts of certificates');
  }

  /**
   * The credential of a certificate: as JSON, to be stored, attached and served exactly so, and as a JWT. `status` was drawn from StatusLists.
   * The same certificate gives the same text, however often it is signed.
   */
  async sign(tx: Tx, inscription: Inscription, about: { readonly email: string; readonly subject: string; readonly status: { readonly list: number; readonly index: number } }): Promise<SignedCredential> {
    // Whoever checks it asks for one issuer of the credential and of the list it stands on.
    const ring = (await this.lists.ringOf(tx, about.status.list)) ?? (await this.keys.current(tx));
    const salt = keyedHash(this.saltKey, inscription.id).slice(0, 32);
    return signedCredential(this.issuer, ring, inscription, { email: about.email, subject: about.subject, salt, status: this.lists.entry(about.status) });
  }

  /** What a paper is signed with from now on; its signature says this moment. */
  async pdfSigner(tx: Tx): Promise<PdfSigner> {
    const { rsaSecret, x509 } = await this.keys.current(tx);
    return new PdfSigner(rsaSecret, x509, await this.clock.now(tx));
  }
}
