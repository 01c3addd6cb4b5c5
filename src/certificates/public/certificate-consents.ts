import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConsentDesk, type Consented } from '../../consent/index.js';
import { isId, notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { purposesOfCertificate } from '../../platform/policy/index.js';
import { certificatePublished } from '../certificates.events.js';
import { certificateOver } from '../issuing/issuing.errors.js';
import { Ending } from '../life/ending.js';
import { LifeNews } from '../life/life-news.js';
import { certificateTitle, dayInWords } from '../words.js';
import { clipSettled } from './public.errors.js';
import { type Allowable, PublicationRepository } from './publication.repository.js';

/** What is allowed for one certificate: by its owner, as long as there is something to allow, and called by its name. */
@Injectable()
export class CertificateConsents implements OnModuleInit {
  constructor(
    private readonly consents: ConsentDesk,
    private readonly publications: PublicationRepository,
    private readonly ending: Ending,
    private readonly news: LifeNews,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    for (const purpose of purposesOfCertificate) {
      const mustFit = purpose === 'certificate_clip' ? mustBeOffered : mustNotBeOver;
      // Held first, as by whoever issues or ends it.
      this.consents.precede(purpose, async (tx, candidateId, id) => {
        if (!isId(id)) throw notFound();
        mustFit(await this.publications.holdMine(tx, candidateId, id));
      });
      this.consents.nameScopes(purpose, (tx, candidateId, scopes) => this.names(tx, candidateId, scopes));
    }
    // The certificate falls with it, and whoever ends a certificate holds it first.
    this.consents.precedeEnd('certificate_clip', (tx, candidateId, id) => this.publications.holdIfMine(tx, candidateId, id));
    this.consents.follow('public_certificate', (tx, consented) => this.publish(tx, consented));
    this.consents.followEnd('certificate_clip', (tx, candidateId, id) => this.endWithoutClip(tx, candidateId, id));
  }

  private async publish(tx: Tx, consented: Consented<'public_certificate'>): Promise<void> {
    if (await this.publications.add(tx, consented)) await this.outbox.publish(tx, certificatePublished, { accountId: consented.subjectId });
  }

  /** Its credential names the video that is gone, so the certificate was revoked with it, and the rest goes as well. */
  private async endWithoutClip(tx: Tx, candidateId: string, certificateId: string): Promise<void> {
    if (!(await this.publications.hasLostClip(tx, candidateId, certificateId))) return;
    await this.ending.clear(tx, certificateId);
    await this.news.lostClip(tx, candidateId, certificateId);
  }

  private async names(tx: Tx, candidateId: string, scopes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const mine = await this.publications.factsOfMine(tx, candidateId, scopes.filter(isId));
    return new Map(mine.map(({ id, facts, issuedAt }) => [id, `Certificate: ${certificateTitle(facts)}${issuedAt ? `, ${dayInWords(issuedAt)}` : ''}`]));
  }
}

function mustNotBeOver(state: Allowable): void {
  if (state === 'over') throw certificateOver();
}

function mustBeOffered(state: Allowable): void {
  mustNotBeOver(state);
  if (state !== 'draft') throw clipSettled();
}
