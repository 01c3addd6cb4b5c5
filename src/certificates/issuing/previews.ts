import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { CertificatePages } from '../public/certificate-pages.js';
import { publicView } from '../public/public-certificate.js';
import { CertificateAddress } from './certificate-address.js';
import { CertificateRepository } from './certificate.repository.js';
import { type ChosenPart } from './content.repository.js';
import { type PreviewView, type WishBody } from './issuing.dto.js';
import { alreadyAsked } from './issuing.errors.js';
import { Wishes } from './wishes.js';

/** The public page of a certificate before there is one: exactly what others would see. */
@Injectable()
export class Previews {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly wishes: Wishes,
    private readonly pages: CertificatePages,
    private readonly address: CertificateAddress,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  /** AppErrors as in `Wishes.content`; `certificates.already_asked` for one that is no draft any more. */
  async show(tx: Tx, candidateId: string, id: string, wish: WishBody): Promise<PreviewView> {
    const certificate = await this.certificates.getMine(tx, candidateId, id);
    if (certificate.state !== 'draft') throw alreadyAsked();
    const { name, facts, part } = await this.wishes.content(tx, candidateId, certificate, wish);
    const now = await this.clock.now(tx);
    const inscription = { id, slug: certificate.slug, url: this.address.of(certificate), name, facts, issuedAt: now, validUntil: this.policy.values.certificate.validFor.after(now) };
    const view = publicView(inscription, { now, clip: part && { src: sourceOf(part), captions: null } });
    return { view, page: this.pages.preview(view) };
  }
}

/** The recording itself, from where the part begins to where it ends: nothing is cut before it is asked for. */
function sourceOf({ takeId, from, to }: ChosenPart): string {
  return `/api/recordings/${takeId}/media#t=${from / 1000},${to / 1000}`;
}
