import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { notFound } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { Public } from '../../platform/http/index.js';
import { Issuer } from './issuer.js';
import { SigningKeys } from './keys/signing-keys.js';

/** Our keys, for whoever asks who `did:web` of this place is. */
@Controller('.well-known/did.json')
export class IssuerController {
  constructor(
    private readonly issuer: Issuer,
    private readonly keys: SigningKeys,
    private readonly db: Database,
  ) {}

  @Get()
  @Public()
  @ApiProduces('application/did+json')
  @Header('access-control-allow-origin', '*')
  async document(): Promise<StreamableFile> {
    const document = await this.db.transaction(async (tx) => {
      if (!this.issuer.isOnTheWeb) return null;
      // Whoever asks before the first certificate learns what it will be signed with.
      await this.keys.current(tx);
      return this.issuer.document(await this.keys.published(tx));
    });
    if (!document) throw notFound();
    return new StreamableFile(Buffer.from(JSON.stringify(document, null, 2)), { type: 'application/did+json' });
  }
}
