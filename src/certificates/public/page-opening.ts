import { Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { CertificatePages } from './certificate-pages.js';
import { type Saying, sayingOf, unknown } from './page/ended-parts.js';
import { CredentialCheck } from './credential-check.js';
import { type Opened, PublicCertificates } from './public-certificates.js';
import { PageRate } from './page-rate.js';
import { type Reading } from './reader.js';
import { Views } from './views.js';

/** A page, ready to be sent. */
export interface SentPage {
  readonly status: number;
  readonly page: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Found = { readonly opened: Opened } | { readonly saying: Saying; readonly headers?: Readonly<Record<string, string>> };

/** Somebody opens the link of a certificate: what they are shown, and that it is counted. */
@Injectable()
export class PageOpening {
  constructor(
    private readonly certificates: PublicCertificates,
    private readonly pages: CertificatePages,
    private readonly check: CredentialCheck,
    private readonly views: Views,
    private readonly rate: PageRate,
    private readonly db: Database,
  ) {}

  async page(slug: string, request: Reading): Promise<SentPage> {
    const found = await this.find(slug, request.ip);
    if (!('opened' in found)) return { status: found.saying.status, page: this.pages.saying(found.saying), headers: found.headers ?? {} };
    const { view, ownerId, jwt, hasCard } = found.opened;
    if (await this.rate.counts(request, ownerId)) await this.db.transaction((tx) => this.views.count(tx, view.id));
    return { status: 200, page: this.pages.valid(view, { checked: await this.check.of(this.db.alone, jwt, view), hasCard }), headers: {} };
  }

  async embedded(slug: string, ip: string): Promise<SentPage> {
    const found = await this.find(slug, ip);
    if ('opened' in found) return { status: 200, page: this.pages.embedded(found.opened.view), headers: {} };
    return { status: found.saying.status, page: this.pages.embeddedSaying(found.saying), headers: found.headers ?? {} };
  }

  private async find(slug: string, ip: string): Promise<Found> {
    try {
      await this.rate.take(ip);
    } catch (error) {
      if (!(error instanceof AppError) || error.status !== 429) throw error;
      return { saying: { status: 429, title: 'That was a little quick', says: [error.message] }, headers: { 'retry-after': String(error.extras.retryAfterSeconds ?? '') } };
    }
    const shown = await this.certificates.find(this.db.alone, slug);
    const opened = shown && this.certificates.open(slug, shown);
    return opened ? { opened } : { saying: (shown && sayingOf(shown)) ?? unknown };
  }
}
