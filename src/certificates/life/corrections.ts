import { Injectable } from '@nestjs/common';
import { ConsentGate, endScopes } from '../../consent/index.js';
import { notFound } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Certificate } from '../issuing/certificate.entity.js';
import { fitName } from '../issuing/certificate-name.js';
import { CertificateProgress } from '../issuing/certificate-progress.js';
import { CertificateRepository } from '../issuing/certificate.repository.js';
import { type CertificateContent, ContentRepository } from '../issuing/content.repository.js';
import { CorrectionRepository } from './correction.repository.js';
import { type CorrectionBody } from './life.dto.js';
import { correctedAlready, nothingToCorrect, suspendedNow } from './life.errors.js';

/** Nobody comes back to a correction that was only begun later than that. */
const DAYS = 30;

/** Another name on a certificate, or no video in it: a new one comes in its place, which says the same otherwise and ends on the same day. */
@Injectable()
export class Corrections {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly contents: ContentRepository,
    private readonly corrections: CorrectionRepository,
    private readonly progress: CertificateProgress,
    private readonly gate: ConsentGate,
    private readonly clock: Clock,
  ) {}

  /**
   * The new one is made at once, unless it has a video, for which another consent is needed: then it waits for that, and for this to be asked once more.
   * AppErrors `not_found`, `certificates.over`, `certificates.suspended`, `certificates.name_unfit`, `certificates.name_unprintable`, `certificates.nothing_to_correct`, `certificates.corrected_already`.
   */
  async make(tx: Tx, candidateId: string, id: string, { eventId, ...wish }: CorrectionBody): Promise<{ id: string; isAsked: boolean }> {
    const old = await this.certificates.getMineLocked(tx, candidateId, id);
    const begun = await this.corrections.of(tx, id);
    if (begun?.askedEvent === eventId) return { id: begun.id, isAsked: true };
    await this.mustBeOpen(tx, old, begun);
    const content = await this.corrected(tx, id, wish);
    const correction = await this.corrections.begin(tx, old, DAYS);
    await this.contents.put(tx, correction.id, content);
    if (content.facts.clip === null) await endScopes(tx, ['certificate_clip'], [correction.id], 'certificates');
    else if (!(await this.gate.find(tx, candidateId, 'certificate_clip', correction.id))) return { id: correction.id, isAsked: false };
    await this.progress.ask(tx, correction, eventId, false);
    return { id: correction.id, isAsked: true };
  }

  private async mustBeOpen(tx: Tx, old: Certificate, begun: Certificate | null): Promise<void> {
    old.mustHold(await this.clock.now(tx));
    if (old.suspendedAt !== null) throw suspendedNow();
    if (begun && begun.state !== 'draft') throw correctedAlready();
  }

  private async corrected(tx: Tx, id: string, { name, withoutClip }: Omit<CorrectionBody, 'eventId'>): Promise<CertificateContent> {
    const content = await this.contents.find(tx, id);
    if (!content) throw notFound();
    const fit = await fitName(name);
    const clip = withoutClip ? null : content.facts.clip;
    if (fit === content.name && clip === content.facts.clip) throw nothingToCorrect();
    return { name: fit, facts: { ...content.facts, clip }, part: null };
  }
}
