import { Injectable } from '@nestjs/common';
import { ConsentGate } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { CertificateProgress } from './certificate-progress.js';
import { CertificateRepository } from './certificate.repository.js';
import { Checks } from './checks.js';
import { ContentRepository } from './content.repository.js';
import { type AskBody } from './issuing.dto.js';
import { Wishes } from './wishes.js';

/** Where somebody asks for the certificate they were offered. */
@Injectable()
export class Asking {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly contents: ContentRepository,
    private readonly wishes: Wishes,
    private readonly gate: ConsentGate,
    private readonly checks: Checks,
    private readonly progress: CertificateProgress,
  ) {}

  /**
   * From here on it is issued, or a person looks first. Everything it says is copied now: what becomes of the interview
   * later changes nothing. AppErrors as in `Wishes.content`, `consent.required`, `certificates.already_asked`.
   */
  async ask(tx: Tx, candidateId: string, id: string, { eventId, ...wish }: AskBody): Promise<void> {
    const seen = await this.certificates.getMine(tx, candidateId, id);
    if (seen.askedEvent === eventId) return;
    const content = seen.state === 'draft' ? await this.wishes.content(tx, candidateId, seen, wish) : null;
    const certificate = await this.certificates.getMineLocked(tx, candidateId, id);
    const findings = content && seen.interviewId !== null ? await this.checks.find(tx, seen.interviewId) : [];
    if (!(await this.progress.ask(tx, certificate, eventId, findings.length > 0)) || !content) return;
    if (content.part) await this.gate.require(tx, candidateId, 'certificate_clip', id);
    await this.contents.put(tx, id, content);
    if (findings.length > 0) await this.checks.ask(tx, candidateId, id, findings);
  }
}
