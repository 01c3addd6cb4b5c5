import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { z } from 'zod';
import { notFound } from '../../kernel/index.js';
import { Config } from '../../platform/config/index.js';
import { Database } from '../../platform/db/index.js';
import { Public, View } from '../../platform/http/index.js';
import { LegalNotices } from './legal-notices.js';
import { NoticePublication } from './notice-publication.js';
import { NoticeRepository } from './notice.repository.js';
import { type NoticeName, noticeNames, type NoticeVersionsView, noticeVersionsView, type NoticeView, noticeView } from './notices.dto.js';
import { plainText } from './plain-text.js';

const name = z.enum(noticeNames);
const day = z.iso.date();

/** The notices as anybody reads them: those in force, and each that ever was. */
@Controller()
export class NoticesController {
  constructor(
    private readonly notices: LegalNotices,
    private readonly publication: NoticePublication,
    private readonly published: NoticeRepository,
    private readonly config: Config,
    private readonly db: Database,
  ) {}

  @Get('api/notices/:notice')
  @Public()
  @View(noticeView)
  noticeInForce(@Param('notice') notice: string): NoticeView {
    return this.inForce(named(notice));
  }

  @Get('api/notices/:notice/versions')
  @Public()
  @View(noticeVersionsView)
  async noticeVersions(@Param('notice') notice: string): Promise<NoticeVersionsView> {
    named(notice);
    const versions = await this.published.versions(this.db.alone);
    return { versions: versions.map((one) => ({ ...one, publishedAt: one.publishedAt.toISOString() })) };
  }

  @Get('api/notices/:notice/versions/:version')
  @Public()
  @View(noticeView)
  async noticeOfVersion(@Param('notice') notice: string, @Param('version') version: string): Promise<NoticeView> {
    const found = day.safeParse(version).success ? await this.published.find(this.db.alone, named(notice), version) : null;
    if (!found) throw notFound();
    return { ...found, notice: named(notice), publishedAt: found.publishedAt.toISOString() };
  }

  @Get(noticeNames.map((one) => `legal/${one}.txt`))
  @Public()
  @ApiExcludeEndpoint()
  @Header('content-type', 'text/plain; charset=utf-8')
  noticeAsText(@Req() { url }: { url: string }): string {
    return plainText(this.inForce(named(/^\/legal\/(\w+)\.txt/.exec(url)?.[1] ?? '')), this.config.settings.PUBLIC_URL);
  }

  private inForce(notice: NoticeName): NoticeView {
    const { title, lead, parts } = this.notices.read(notice);
    return { notice, title, lead, version: this.notices.version, publishedAt: this.publication.inForceSince.toISOString(), parts: [...parts] };
  }
}

/** The name of a notice; AppError 404 for what is none. */
function named(notice: string): NoticeName {
  const known = name.safeParse(notice);
  if (!known.success) throw notFound();
  return known.data;
}
