import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { ClientLinkDesk } from './client-link-desk.js';
import { clientLinkBody, type ClientLinkBody, clientLinksView, type ClientLinksView, madeLinkView } from './client-links.dto.js';

/** The links by which an organisation passes results on to its client. */
@Controller('api')
export class ClientLinksController {
  constructor(private readonly desk: ClientLinkDesk) {}

  @Get('templates/:id/client-links')
  @For('recruiter')
  @View(clientLinksView)
  clientLinks(@Me() actor: Actor, @Id() id: string): Promise<ClientLinksView> {
    return this.desk.list(actor.id, id);
  }

  @Post('templates/:id/client-links')
  @For('recruiter')
  @View(madeLinkView, 201)
  async makeClientLink(@Me() actor: Actor, @Id() id: string, @Body({ schema: clientLinkBody }) wish: ClientLinkBody): Promise<{ id: string }> {
    return { id: await this.desk.make(actor.id, id, wish) };
  }

  @Delete('client-links/:id')
  @For('recruiter')
  @HttpCode(204)
  revokeClientLink(@Me() actor: Actor, @Id() id: string): Promise<void> {
    return this.desk.revoke(actor.id, id);
  }
}
