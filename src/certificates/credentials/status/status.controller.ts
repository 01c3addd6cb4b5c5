import { Controller, Get, Headers, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { notFound } from '../../../kernel/index.js';
import { Public } from '../../../platform/http/index.js';
import { type StatusPurpose } from './status-entry.js';
import { StatusLists } from './status-lists.js';

const VC = 'application/vc';
// A list may be kept half a minute here and as long where it was fetched to.
const CACHE = 'public, max-age=30';

interface Reply {
  status(code: number): Reply;
  headers(all: Readonly<Record<string, string>>): Reply;
}

/** The lists that say of certificates whether they still hold, the same bytes for everybody. */
@Controller('credentials/status/:list')
export class StatusController {
  constructor(private readonly lists: StatusLists) {}

  @Get()
  @Public()
  @ApiProduces(VC)
  suspensions(@Param('list') list: string, @Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: Reply): Promise<StreamableFile | undefined> {
    return this.send(list, 'suspension', known, reply);
  }

  @Get('revocation')
  @Public()
  @ApiProduces(VC)
  revocations(@Param('list') list: string, @Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: Reply): Promise<StreamableFile | undefined> {
    return this.send(list, 'revocation', known, reply);
  }

  private async send(list: string, purpose: StatusPurpose, known: string | undefined, reply: Reply): Promise<StreamableFile | undefined> {
    const served = /^[1-9]\d{0,8}$/.test(list) ? await this.lists.serve(Number(list), purpose) : null;
    if (!served) throw notFound();
    const isKnown = known?.split(/,\s*/).includes(served.etag) === true;
    void reply.status(isKnown ? 304 : 200).headers({ 'cache-control': CACHE, etag: served.etag, 'access-control-allow-origin': '*' });
    return isKnown ? undefined : new StreamableFile(Buffer.from(served.body), { type: VC });
  }
}
