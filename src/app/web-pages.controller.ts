import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { notFound } from '../kernel/index.js';
import { projectRoot } from '../platform/config/index.js';
import { Public } from '../platform/http/index.js';

/** The one page of the front end, at every address that is not the API's or a file's, with this request's nonce in it. */
@ApiExcludeController()
@Controller()
export class WebPagesController {
  private readonly page = readPage();

  @Get(['/', '/*'])
  @Public()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [path = ''] = request.url.split('?');
    if (!this.page || path.startsWith('/api/') || /\.[a-z0-9]{1,8}$/i.test(path)) throw notFound();
    await reply.headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).send(this.page.replaceAll('__CSP_NONCE__', request.cspNonce));
  }
}

/** Null while the front end has not been built, as in tests of the API. */
function readPage(): string | null {
  try {
    return readFileSync(join(projectRoot, 'web/dist/index.html'), 'utf8');
  } catch {
    return null;
  }
}
