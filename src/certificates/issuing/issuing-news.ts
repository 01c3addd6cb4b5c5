import { Injectable } from '@nestjs/common';
import { Notifications } from '../../notifications/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { certificatePublished } from '../certificates.events.js';
import { type CertificateFacts } from '../facts.js';
import { certificateTitle, dayInWords } from '../words.js';
import { certificateIssued } from './issuing.events.js';

/** What has been issued. */
export interface IssuedNews {
  readonly id: string;
  readonly candidateId: string;
  readonly facts: CertificateFacts;
  readonly validUntil: Date;
  readonly isPublished: boolean;
  /** It came in the place of another. */
  readonly isCorrection: boolean;
  /** It was to have a part of a video that was gone by then. */
  readonly lostClip: boolean;
}

const READY = 'Your certificate is ready';
const WITHOUT_CLIP = 'It has no video, because the recording you chose could not be copied any more. It is worth the same.';

/** Tells everybody whom it concerns that a certificate was issued. */
@Injectable()
export class IssuingNews {
  constructor(
    private readonly notifications: Notifications,
    private readonly outbox: Outbox,
  ) {}

  async tell(tx: Tx, { id, candidateId, facts, validUntil, isPublished, isCorrection, lostClip }: IssuedNews): Promise<void> {
    await this.outbox.publish(tx, certificateIssued, { certificateId: id });
    if (isPublished) await this.outbox.publish(tx, certificatePublished, { accountId: candidateId });
    const shown = isPublished ? 'Anybody with the link can see it, until you say otherwise.' : 'Nobody but you sees it until you say so.';
    const without = lostClip ? [WITHOUT_CLIP] : [];
    const body = [`It is valid until ${dayInWords(validUntil)} (UTC).`, ...without, shown].join(' ');
    await this.notifications.note(tx, { accountId: candidateId, kind: 'certificates.issued', title: READY, link: `/certificates/${id}`, dedupe: id, body });
    await this.notifications.deliver(tx, {
      accountId: candidateId, category: 'essential',
      mail: {
        template: 'certificate-ready', dedupe: id, subject: READY, heading: READY, action: { label: 'See the certificate', path: `/certificates/${id}` },
        paragraphs: [
          `Your certificate as ${certificateTitle(facts)} is valid until ${dayInWords(validUntil)} (UTC). ${shown}`,
          ...(isCorrection ? ['The one it corrects is revoked. The new one has a link of its own: send that to whoever has the old one.'] : []),
          ...without,
          'There you find it as a PDF to print, as a badge, and as a digital credential that anybody can check.',
        ],
      },
    });
  }
}
