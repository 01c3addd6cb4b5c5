import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';

/** Where the page of a certificate is. */
@Injectable()
export class CertificateAddress {
  constructor(private readonly config: Config) {}

  of({ slug }: { readonly slug: string }): string {
    return `${this.config.settings.PUBLIC_URL}/c/${slug}`;
  }
}
