import { Injectable } from '@nestjs/common';
import { CertifiableInterviews } from '../../interviews/index.js';
import { AppError, notFound } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { MediaRefusal } from '../../platform/media/index.js';
import { CertificateObjects } from './certificate-objects.js';
import { ContentRepository, type CopiedPart } from './content.repository.js';
import { type Work } from './issuing-work.js';

/** What says that a recording, or the consent to it, has gone: nothing will bring it back. */
const GONE = new Set(['not_found', 'consent.required']);

/** A certificate's own copy of a part of a recording. */
@Injectable()
export class ClipCopy {
  constructor(
    private readonly interviews: CertifiableInterviews,
    private readonly contents: ContentRepository,
    private readonly objects: CertificateObjects,
    private readonly db: Database,
  ) {}

  /** Stored for now; null when what it is copied from is gone by now, or cannot be cut. */
  async make(work: Work): Promise<CopiedPart | null> {
    if (!work.content.facts.clip) return null;
    const { candidateId } = work;
    try {
      const { body, contentType, durationMs, captions } = await this.source(work);
      return { object: await this.objects.hold(candidateId, contentType, body), contentType, durationMs, captions };
    } catch (error) {
      if (error instanceof AppError && GONE.has(error.code)) return null;
      // One that took too long may not the next time; whatever else is wrong with it stays wrong.
      if (error instanceof MediaRefusal && error.fault !== 'took_too_long') return null;
      throw error;
    }
  }

  /** The recording, or the copy of the certificate that it corrects. */
  private async source({ id, candidateId, content: { part } }: Work): Promise<Pick<CopiedPart, 'contentType' | 'durationMs' | 'captions'> & { body: Buffer }> {
    if (part) return this.interviews.cut(this.db.alone, candidateId, part.takeId, part);
    const clip = await this.contents.clipOfCorrected(this.db.alone, id);
    if (!clip) throw notFound();
    return { ...clip, body: await this.objects.read(clip.object) };
  }
}
