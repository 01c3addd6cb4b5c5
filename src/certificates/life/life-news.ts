import { Injectable } from '@nestjs/common';
import { Notifications } from '../../notifications/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { certificateTitle, dayInWords, momentInWords } from '../words.js';
import { type EndingSoon } from './life.repository.js';
import { type MeasureKind } from './measure.repository.js';

const REVOKED = 'Your certificate was revoked';

/** What is done about a certificate, and to whom it happens. */
export interface TakenMeasure {
  readonly id: string;
  readonly accountId: string;
  readonly certificateId: string;
  readonly kind: MeasureKind;
  readonly reason: string;
}

/** Tells people what becomes of their certificates. */
@Injectable()
export class LifeNews {
  constructor(
    private readonly notifications: Notifications,
    private readonly policy: Policy,
  ) {}

  /** Once for each number of days. */
  async endsSoon(tx: Tx, { id, candidateId, validUntil, facts }: EndingSoon, days: number): Promise<void> {
    const subject = `Your certificate ends on ${dayInWords(validUntil)}`;
    const until = `Your certificate as ${certificateTitle(facts)} is valid until ${momentInWords(validUntil)}.`;
    const after = 'From then on nobody sees it, and its papers, its video and everything personal in it are deleted. Its page says that it has expired.';
    const anew = 'It cannot be made longer. Another interview can earn a new one.';
    await this.tell(tx, candidateId, { kind: 'certificates.ends_soon', dedupe: `${id} ${days}`, link: `/certificates/${id}`, subject, note: `${until} ${anew}`, paragraphs: [until, after, anew], action: { label: 'Practise again', path: '/practice' } });
  }

  /** Whoever took the video back themselves was told before; where its notice was changed they were not. */
  async lostClip(tx: Tx, accountId: string, id: string): Promise<void> {
    const why = 'The consent to its video has ended, and the certificate named that video, so it does not hold any more.';
    const next = 'Its video and everything personal in it are deleted. With the same interview you can earn another one, without a video, as long as the interview is there.';
    await this.tell(tx, accountId, { kind: 'certificates.lost_clip', dedupe: id, link: `/certificates/${id}`, subject: REVOKED, note: why, paragraphs: [why, next], action: { label: 'See what became of it', path: `/certificates/${id}` } });
  }

  /** With the reason, and whom to object to. */
  async measure(tx: Tx, { id, accountId, certificateId, kind, reason }: TakenMeasure): Promise<void> {
    const { subject, says } = MEASURES[kind];
    const { name, privacyContact } = this.policy.values.operator;
    const object = kind === 'restored' ? [] : [`If that is wrong, write to ${privacyContact} and say why: a person reads it.`];
    await this.tell(tx, accountId, {
      kind: `certificates.${kind}`, dedupe: id, link: `/certificates/${certificateId}`, subject, note: kind === 'restored' ? says : `${says} Open it here to read why.`,
      paragraphs: [`${name}: ${says}`, `The reason: ${reason}`, ...object], action: { label: 'See the certificate', path: `/certificates/${certificateId}` },
    });
  }

  private async tell(tx: Tx, accountId: string, { kind, dedupe, link, subject, note, paragraphs, action }: { kind: string; dedupe: string; link: string; subject: string; note: string; paragraphs: string[]; action: { label: string; path: string } }): Promise<void> {
    await this.notifications.note(tx, { accountId, kind, title: subject, body: note, link, dedupe });
    await this.notifications.deliver(tx, { accountId, category: 'essential', mail: { template: kind.replaceAll(/[._]/g, '-'), dedupe, subject, heading: subject, paragraphs, action } });
  }
}

const MEASURES: Readonly<Record<MeasureKind, { readonly subject: string; readonly says: string }>> = {
  suspended: { subject: 'Your certificate is suspended', says: 'Your certificate is being looked into. Until that is done, its page and whoever checks it say that it is suspended.' },
  restored: { subject: 'Your certificate is valid again', says: 'Your certificate has been looked into, and holds as before.' },
  revoked: { subject: REVOKED, says: 'Your certificate does not hold any more. Its papers, its video and everything personal in it are deleted.' },
};
