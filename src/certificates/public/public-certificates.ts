import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { Config } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { ObjectStore, type ServedObject } from '../../platform/storage/index.js';
import { type PublicCertificate, publicView } from './public-certificate.js';
import { type ShownCertificate, ShownCertificateRepository } from './shown-certificate.repository.js';

const SLUG = /^[A-Za-z0-9_-]{22}$/;

/** A certificate that whoever has its link may see. */
export interface Opened {
  readonly view: PublicCertificate;
  readonly ownerId: string;
  readonly jwt: string | null;
  readonly hasCard: boolean;
}

/** Certificates for whoever comes with a link: everything is asked for again each time, so that what is taken back is gone from the next request on. */
@Injectable()
export class PublicCertificates {
  constructor(
    private readonly certificates: ShownCertificateRepository,
    private readonly objects: ObjectStore,
    private readonly config: Config,
  ) {}

  /** Null for a link that leads nowhere, whether it could lead anywhere or not. */
  async find(tx: Tx, slug: string): Promise<ShownCertificate | null> {
    return SLUG.test(slug) ? this.certificates.find(tx, slug) : null;
  }

  /** What of it is shown; null when it is not valid, or not public. */
  open(slug: string, { id, now, issuedAt, validUntil, shown }: ShownCertificate): Opened | null {
    if (shown === null) return null;
    const { ownerId, name, facts, jwt, hasClip, hasCaptions, hasCard } = shown;
    const url = new URL(`/c/${slug}`, this.config.settings.PUBLIC_URL).href;
    const clip = hasClip ? { src: `/c/${slug}/clip`, captions: hasCaptions ? `/c/${slug}/captions.vtt` : null } : null;
    return { view: publicView({ id, slug, url, name, issuedAt, validUntil, facts }, { now, clip }), ownerId, jwt, hasCard };
  }

  /** The clip, all or the range that is asked for; 404 from the moment either consent has ended. */
  async clip(tx: Tx, slug: string, range: string | undefined): Promise<ServedObject> {
    return this.objects.serve(tx, (await this.getClip(tx, slug)).object, range);
  }

  /** WebVTT; 404 without one. */
  async captions(tx: Tx, slug: string): Promise<string> {
    const { captions } = await this.getClip(tx, slug);
    if (captions === null) throw notFound();
    return captions;
  }

  /** The picture for where the link is shared. */
  async card(tx: Tx, slug: string): Promise<ServedObject> {
    const object = SLUG.test(slug) ? await this.certificates.card(tx, slug) : null;
    if (object === null) throw notFound();
    return this.objects.serve(tx, object, undefined);
  }

  private async getClip(tx: Tx, slug: string): Promise<{ object: string; captions: string | null }> {
    const clip = SLUG.test(slug) ? await this.certificates.clip(tx, slug) : null;
    if (clip === null) throw notFound();
    return clip;
  }
}
