import { Injectable } from '@nestjs/common';
import { DisclosureLog } from '../../consent/index.js';
import { notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type AlikeAnswers } from './certifiable.dto.js';
import { LikeAnswers } from './like-answers.repository.js';
import { NearCopies } from './near-copies.js';

/** What somebody who runs this place reads to decide whether answers were taken from somewhere: for a reason, which everybody whose answer it is reads, too. */
@Injectable()
export class CopyReading {
  constructor(
    private readonly copies: NearCopies,
    private readonly answers: LikeAnswers,
    private readonly disclosures: DisclosureLog,
    private readonly audit: AuditLog,
  ) {}

  /** The answers that are alike, beside each other, without names. It is written down before it is read. 404 when the interview is gone. */
  async open(tx: Tx, operatorId: string, interviewId: string, reason: string): Promise<AlikeAnswers[]> {
    const candidateId = await this.answers.ownerOf(tx, interviewId);
    if (candidateId === null) throw notFound();
    const alike = await this.copies.closest(tx, interviewId);
    const read = new Map([[interviewId, candidateId], ...alike.map((one) => [one.interviewId, one.candidateId] as const)]);
    for (const [matter, subjectId] of read) await this.disclosures.noteOperator(tx, { subjectId, actorId: operatorId, what: 'review', fields: ['answers'], reason: reason.trim(), matter });
    for (const id of read.keys()) await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'interviews.read_by_operator', subject: { kind: 'interview', id } });
    return alike.map(({ position, question, mine, text, isOwn, share }) => ({ position, question, answer: mine, earlier: text, isOwn, share }));
  }
}
