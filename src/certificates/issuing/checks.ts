import { Injectable } from '@nestjs/common';
import { type z } from 'zod';
import { AccountContacts } from '../../accounts/index.js';
import { CertifiableInterviews, type certifiableShapes } from '../../interviews/index.js';
import { Notifications } from '../../notifications/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { CheckRepository, type Finding, type WaitingCheck } from './check.repository.js';
import { CertificateProgress } from './certificate-progress.js';
import { alreadyDecided, noReason, ownCertificate } from './issuing.errors.js';

type AlikeAnswers = z.infer<typeof certifiableShapes.alikeAnswers>;

const DECIDED = 'A person has looked at your certificate';

/** Certificates that a person looks at before they are issued, because answers are like earlier ones. */
@Injectable()
export class Checks {
  constructor(
    private readonly checks: CheckRepository,
    private readonly progress: CertificateProgress,
    private readonly interviews: CertifiableInterviews,
    private readonly notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly audit: AuditLog,
  ) {}

  /** The answers of an interview that somebody has to look at. */
  async find(tx: Tx, interviewId: string): Promise<Finding[]> {
    return (await this.interviews.likenesses(tx, interviewId)).map(({ position, what, otherIsOwn, share }) => ({ position, what, ofOwn: otherIsOwn, share }));
  }

  /** Writes down why, and tells its owner and whoever runs this place. */
  async ask(tx: Tx, candidateId: string, certificateId: string, findings: readonly Finding[]): Promise<void> {
    await this.checks.note(tx, certificateId, findings);
    await this.notifications.note(tx, {
      accountId: candidateId, kind: 'certificates.in_check', title: 'A person looks at your certificate first', link: `/certificates/${certificateId}`, dedupe: certificateId,
      body: 'Some of your answers are much like answers that were given before. That happens to honest people, so a person looks at it. There is nothing you need to do.',
    });
    const others = (await this.contacts.operators(tx)).filter((operator) => operator !== candidateId);
    for (const accountId of others) {
      await this.notifications.note(tx, {
        accountId, kind: 'certificates.check_waiting', title: 'A certificate waits for a person', link: '/operator/certificates', dedupe: certificateId,
        body: 'Some of its answers are much like answers that were given before.',
      });
    }
  }

  /** The one that waits longest first. */
  waiting(tx: Tx): Promise<WaitingCheck[]> {
    return this.checks.waiting(tx);
  }

  /** The answers that are alike, for whoever decides; all whose answers they are can see that they were read, and why. AppErrors `not_found`, `certificates.no_reason`, `certificates.already_decided`, `certificates.own_certificate`. */
  async read(tx: Tx, operatorId: string, certificateId: string, reason: string): Promise<AlikeAnswers[]> {
    if (reason.trim() === '') throw noReason();
    const check = (await this.checks.waiting(tx)).find((one) => one.certificateId === certificateId);
    if (!check) throw alreadyDecided();
    if (check.candidateId === operatorId) throw ownCertificate();
    return check.interviewId === null ? [] : this.interviews.readAlike(tx, operatorId, check.interviewId, reason);
  }

  /** Lets it be issued, or refuses it, for a reason that its owner reads. AppErrors `not_found`, `certificates.no_reason`, `certificates.already_decided`, `certificates.own_certificate`. */
  async decide(tx: Tx, operatorId: string, certificateId: string, { allow, reason }: { readonly allow: boolean; readonly reason: string }): Promise<void> {
    if (reason.trim() === '') throw noReason();
    const certificate = await this.progress.decide(tx, certificateId, allow);
    const { candidateId } = certificate;
    if (candidateId === operatorId) throw ownCertificate();
    await this.checks.decide(tx, certificateId, operatorId, { allow, reason: reason.trim() });
    if (candidateId !== null) await this.tell(tx, candidateId, certificateId, allow);
    await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'certificates.check_decided', subject: { kind: 'certificate', id: certificateId }, detail: { allowed: allow } });
  }

  private async tell(tx: Tx, accountId: string, certificateId: string, allowed: boolean): Promise<void> {
    const body = allowed ? 'All is well: it is being issued now.' : 'It is not issued. Open it here to read why.';
    await this.notifications.note(tx, { accountId, kind: 'certificates.check_done', title: DECIDED, link: `/certificates/${certificateId}`, dedupe: certificateId, body });
    if (allowed) return;
    await this.notifications.deliver(tx, {
      accountId, category: 'essential',
      mail: {
        template: 'certificate-refused', dedupe: certificateId, subject: DECIDED, heading: DECIDED, action: { label: 'Read why', path: `/certificates/${certificateId}` },
        paragraphs: ['Some of your answers are much like answers that were given before, so a person has looked at them. They decided not to issue the certificate. Sign in to read why, and how to answer.'],
      },
    });
  }
}
