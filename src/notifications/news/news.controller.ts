import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { NewsDesk } from './news-desk.js';
import { asNews, newsBody, type NewsBody, newsListView, type NewsListView, newsPreviewView, type NewsPreviewView, newsQuery, newsTriedView, newsView, type NewsView } from './news.dto.js';
import { NewsTrial } from './news-trial.js';

/** News by mail to those who allow it, for whoever runs this place. */
@Controller('api/operations/news')
export class NewsController {
  constructor(
    private readonly desk: NewsDesk,
    private readonly trial: NewsTrial,
  ) {}

  @Get()
  @For('operator')
  @View(newsListView)
  async newsSent(@Query({ schema: newsQuery }) { before }: { before?: string }): Promise<NewsListView> {
    const { news, next } = await this.desk.page(before ?? null);
    return { news: news.map(asNews), next };
  }

  @Post('preview')
  @For('operator')
  @HttpCode(200)
  @View(newsPreviewView)
  previewNews(@Body({ schema: newsBody }) draft: NewsBody): Promise<NewsPreviewView> {
    return this.trial.preview(draft);
  }

  /** One copy to whoever asks, whether they want news or not. */
  @Post('try')
  @For('operator')
  @HttpCode(200)
  @View(newsTriedView)
  async tryNews(@Me() actor: Actor, @Body({ schema: newsBody }) draft: NewsBody): Promise<{ isSent: boolean }> {
    return { isSent: await this.trial.toMyself(actor.id, draft) };
  }

  /** Sends it to everybody who wants news. The id is made by the caller: sent twice, it goes out once. */
  @Put(':id')
  @For('operator')
  @HttpCode(202)
  @View(newsView, 202)
  async sendNews(@Me() actor: Actor, @Id() id: string, @Body({ schema: newsBody }) draft: NewsBody): Promise<NewsView> {
    return asNews(await this.desk.send(actor.id, id, draft));
  }
}
