import { Body, Controller, Get, Headers, HttpCode, Ip, Post, Put, Query } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { type Actor, ByToken, Me, SignedIn, View } from '../platform/http/index.js';
import { categoryWords, refusableCategories } from './categories.js';
import { MailChoiceRepository } from './mail-choice.repository.js';
import { MailChoices } from './mail-choices.js';
import { mailPreferencesBody, type MailPreferencesBody, mailPreferencesView, type MailPreferencesView, oneClickQuery, unsubscribeBody, unsubscribedView } from './notifications.dto.js';
import { type Left, Unsubscription } from './unsubscription.js';

/** Which mails somebody gets: in their settings, and by the link below each mail. */
@Controller('api')
export class MailPreferencesController {
  constructor(
    private readonly choices: MailChoiceRepository,
    private readonly wanted: MailChoices,
    private readonly unsubscription: Unsubscription,
    private readonly db: Database,
  ) {}

  @Get('mail-preferences')
  @SignedIn()
  @View(mailPreferencesView)
  async mailPreferences(@Me() actor: Actor): Promise<MailPreferencesView> {
    const refused = await this.choices.refused(this.db.alone, actor.id);
    const mine = refusableCategories.filter((id) => refused.includes(id) || isFor(actor, categoryWords[id].of));
    return { categories: mine.map((id) => ({ id, title: categoryWords[id].title, says: categoryWords[id].says, isWanted: !refused.includes(id) })) };
  }

  @Put('mail-preferences')
  @SignedIn()
  @View(mailPreferencesView)
  async chooseMails(@Me() actor: Actor, @Body({ schema: mailPreferencesBody }) { id, isWanted }: MailPreferencesBody): Promise<MailPreferencesView> {
    await this.db.transaction((tx) => this.wanted.choose(tx, actor.id, id, isWanted));
    return this.mailPreferences(actor);
  }

  @Post('unsubscriptions')
  @ByToken('unsubscribe')
  @HttpCode(200)
  @View(unsubscribedView)
  unsubscribe(@Body({ schema: unsubscribeBody }) { token }: { token: string }, @Ip() network: string, @Headers('user-agent') agent = ''): Promise<Left> {
    return this.unsubscription.by(token, { where: '/unsubscribe', wording: 'Turn them off', network, agent });
  }

  /** What mail programs press by themselves (RFC 8058): a POST to the address in the List-Unsubscribe header. */
  @Post('unsubscriptions/one-click')
  @ByToken('unsubscribe')
  @HttpCode(200)
  @View(unsubscribedView)
  unsubscribeByHeader(@Query({ schema: oneClickQuery }) { token }: { token: string }, @Ip() network: string, @Headers('user-agent') agent = ''): Promise<Left> {
    return this.unsubscription.by(token, { where: '/api/unsubscriptions/one-click', wording: 'List-Unsubscribe=One-Click', network, agent });
  }
}

const isFor = ({ roles }: Actor, role: Actor['roles'][number] | null): boolean => role === null || roles.includes(role);
