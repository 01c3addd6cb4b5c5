import { Injectable } from '@nestjs/common';
import { type JobContext } from '../../platform/jobs/index.js';
import { CertificateObjects, type HeldObject } from './certificate-objects.js';
import { CertificateWorks, type DrawnFile } from './certificate-works.js';
import { ClipCopy } from './clip-copy.js';
import { type FileKind } from './content.repository.js';
import { type Made } from './issuance.js';
import { IssuingPace } from './issuing-pace.js';
import { type Work } from './issuing-work.js';

/** Makes all that belongs to a certificate, step by step. Nothing of it counts before it is settled. */
@Injectable()
export class CertificateMaking {
  constructor(
    private readonly clips: ClipCopy,
    private readonly works: CertificateWorks,
    private readonly objects: CertificateObjects,
    private readonly pace: IssuingPace,
  ) {}

  /** What is stored is added to `held` at once, so that whoever asked can drop it. Null when its owner has closed their account. */
  async make(work: Work, asking: Pick<JobContext, 'signal'>, held: HeldObject[]): Promise<Made | null> {
    if (work.content.facts.clip) await this.pace.reach('clip', work, asking);
    const clip = await this.clips.make(work);
    if (clip) held.push(clip.object);
    const facts = { ...work.content.facts, clip: clip && work.content.facts.clip && { ...work.content.facts.clip, durationMs: clip.durationMs } };
    const inscription = this.works.inscription({ ...work, content: { ...work.content, facts } });
    await this.pace.reach('credential', work, asking);
    const signed = await this.works.sign(work, inscription);
    if (!signed) return null;
    await this.pace.reach('paper', work, asking);
    const drawn = await this.works.draw(inscription, signed.credential);
    await this.pace.reach('storing', work, asking);
    const files = await Promise.all(drawn.map((file) => this.store(work, file, held)));
    this.pace.pass('stored');
    return { facts, signed, files, clip };
  }

  private async store({ candidateId }: Work, { kind, contentType, body }: DrawnFile, held: HeldObject[]): Promise<HeldObject & { kind: FileKind }> {
    const object = await this.objects.hold(candidateId, contentType, body);
    held.push(object);
    return { ...object, kind };
  }
}
