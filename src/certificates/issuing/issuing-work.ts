import { Injectable } from '@nestjs/common';
import { ConsentGate } from '../../consent/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { StatusLists } from '../credentials/status/status-lists.js';
import { type Certificate } from './certificate.entity.js';
import { CertificateRepository } from './certificate.repository.js';
import { type CertificateContent, ContentRepository } from './content.repository.js';

/** Longer than any step takes, and than the job may run. */
export const LEASE_SECONDS = 150;

/** One certificate at work: what it is to say, and whose work it is. */
export interface Work {
  readonly id: string;
  readonly token: string;
  readonly slug: string;
  readonly candidateId: string;
  readonly issuedAt: Date;
  readonly validUntil: Date;
  readonly status: { readonly list: number; readonly index: number };
  readonly content: CertificateContent;
}

/** Holds the work on certificates that are to be issued, so that two workers never finish the same. */
@Injectable()
export class IssuingWork {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly contents: ContentRepository,
    private readonly statusLists: StatusLists,
    private readonly gate: ConsentGate,
    private readonly clock: Clock,
    private readonly policy: Policy,
  ) {}

  /** Takes the work as `token`, which the next attempt of the same job has as well; null when there is none, or somebody else has it. */
  async take(tx: Tx, id: string, token: string): Promise<Work | null> {
    const certificate = await this.certificates.lease(tx, id, token, LEASE_SECONDS);
    const content = certificate && (await this.contents.find(tx, id));
    if (!certificate?.candidateId || !content) return null;
    const { issuedAt, validUntil, status } = await this.begun(tx, certificate);
    return { id, token, slug: certificate.slug, candidateId: certificate.candidateId, issuedAt, validUntil, status, content: await this.allowed(tx, certificate.candidateId, id, content) };
  }

  private async begun(tx: Tx, certificate: Certificate): Promise<Pick<Work, 'issuedAt' | 'validUntil' | 'status'>> {
    if (certificate.issuedAt === null) {
      const now = wholeSecond(await this.clock.now(tx));
      // A correction ends with what it corrects: the time runs from when it was earned.
      certificate.begin(now, certificate.validUntil ?? this.policy.values.certificate.validFor.after(now), await this.statusLists.draw(tx));
      await this.certificates.save(tx, certificate);
    }
    const { issuedAt, validUntil, statusList, statusIndex } = certificate;
    if (!issuedAt || !validUntil || statusIndex === null) throw new Error('A certificate was begun without its dates');
    return { issuedAt, validUntil, status: { list: statusList, index: statusIndex } };
  }

  /** The consent to the video may have gone since it was asked for. */
  private async allowed(tx: Tx, candidateId: string, id: string, content: CertificateContent): Promise<CertificateContent> {
    if (!content.facts.clip || (await this.gate.find(tx, candidateId, 'certificate_clip', id))) return content;
    const without = { ...content, facts: { ...content.facts, clip: null }, part: null };
    await this.contents.put(tx, id, without);
    return without;
  }
}

/** A credential knows no smaller part of time; so page and paper end in the same moment as it does. */
function wholeSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000);
}
