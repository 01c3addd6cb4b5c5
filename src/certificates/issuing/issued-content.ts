import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { CertificateObjects } from './certificate-objects.js';
import { ContentRepository } from './content.repository.js';
import { type Made } from './issuance.js';

/** Puts what was made of a certificate where it stays. */
@Injectable()
export class IssuedContent {
  constructor(
    private readonly contents: ContentRepository,
    private readonly objects: CertificateObjects,
  ) {}

  /** All of it until then, as stored; throws when a part of it is not there, or is another. */
  async keep(tx: Tx, id: string, { facts, signed, files, clip }: Made, clipAllowed: Consented<'certificate_clip'> | null, until: Date): Promise<void> {
    await this.objects.keep(tx, [...files, ...(clip ? [clip.object] : [])], until);
    await this.contents.seal(tx, id, facts, signed);
    await this.contents.addFiles(tx, id, files);
    if (clip && clipAllowed) await this.contents.addClip(tx, clipAllowed, clip);
  }
}
