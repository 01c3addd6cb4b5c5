import { Controller, Get, Headers, Ip, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database } from '../../platform/db/index.js';
import { Public } from '../../platform/http/index.js';
import { type ServedObject } from '../../platform/storage/index.js';
import { PageOpening } from './page-opening.js';
import { PublicCertificates } from './public-certificates.js';
import { type Reading } from './reader.js';

interface Reply {
  status(code: number): Reply;
  headers(all: Readonly<Record<string, string>>): Reply;
  removeHeader(name: string): Reply;
}

const UNLISTED = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, noarchive' };
const PAGE = { ...UNLISTED, 'content-type': 'text/html; charset=utf-8' };
/** The one page that others may frame shows nothing that could be pressed on somebody's behalf. */
const FRAMED = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** Where the link of a certificate leads. All of it works without a sign-in, without a script and without a cookie. */
@ApiExcludeController()
@Controller('c/:slug')
export class PublicPagesController {
  constructor(
    private readonly opening: PageOpening,
    private readonly certificates: PublicCertificates,
    private readonly db: Database,
  ) {}

  @Get()
  @Public()
  async certificatePage(@Param('slug') slug: string, @Req() request: Reading, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    const { status, page, headers } = await this.opening.page(slug, request);
    void reply.status(status).headers({ ...PAGE, ...headers });
    return page;
  }

  @Get('embed')
  @Public()
  async embeddedCertificate(@Param('slug') slug: string, @Ip() ip: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    const { status, page, headers } = await this.opening.embedded(slug, ip);
    void reply.status(status).headers({ ...PAGE, ...headers, 'content-security-policy': FRAMED, 'cross-origin-resource-policy': 'cross-origin' }).removeHeader('x-frame-options');
    return page;
  }

  @Get('clip')
  @Public()
  async certificateClip(@Param('slug') slug: string, @Headers('range') range: string | undefined, @Res({ passthrough: true }) reply: Reply): Promise<StreamableFile | undefined> {
    return served(reply, await this.db.transaction((tx) => this.certificates.clip(tx, slug, range)));
  }

  @Get('captions.vtt')
  @Public()
  async certificateCaptions(@Param('slug') slug: string, @Res({ passthrough: true }) reply: Reply): Promise<StreamableFile> {
    const captions = Buffer.from(await this.certificates.captions(this.db.alone, slug));
    void reply.headers(UNLISTED);
    return new StreamableFile(captions, { type: 'text/vtt; charset=utf-8', length: captions.length });
  }

  /** Other sites show it where the link is shared. */
  @Get('card.png')
  @Public()
  async certificateCard(@Param('slug') slug: string, @Res({ passthrough: true }) reply: Reply): Promise<StreamableFile | undefined> {
    return served(reply, await this.db.transaction((tx) => this.certificates.card(tx, slug)), { 'cross-origin-resource-policy': 'cross-origin' });
  }
}

/** Its type and length stand in the headers already. */
function served(reply: Reply, { status, headers, stream }: ServedObject, more: Readonly<Record<string, string>> = {}): StreamableFile | undefined {
  void reply.status(status).headers({ ...headers, ...UNLISTED, ...more });
  return stream ? new StreamableFile(stream) : undefined;
}
