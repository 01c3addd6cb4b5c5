import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type Actor, For, Id, Me, View } from '../../../platform/http/index.js';
import { InvitationDesk } from '../invitation-desk.js';
import { asBatch, asListCheck, batchBody, type BatchBody, batchView, type BatchView, listBody, listCheckView, type ListCheckView, mailBody, type MailBody, mailView } from '../invitations.dto.js';

/** Where recruiters invite people, one or many. */
@Controller('api')
export class BatchesController {
  constructor(private readonly desk: InvitationDesk) {}

  @Post('templates/:id/invitations/preview')
  @For('recruiter')
  @HttpCode(200)
  @View(listCheckView)
  async checkInvitationList(@Me() actor: Actor, @Id() id: string, @Body({ schema: listBody }) { list }: { list: string }): Promise<ListCheckView> {
    return asListCheck(await this.desk.preview(actor.id, id, list));
  }

  @Post('templates/:id/invitations')
  @For('recruiter')
  @HttpCode(202)
  @View(batchView, 202)
  async sendInvitations(@Me() actor: Actor, @Id() id: string, @Body({ schema: batchBody }) wish: BatchBody): Promise<BatchView> {
    return asBatch(await this.desk.send(actor.id, id, wish));
  }

  /** Who is meant and what is written to them stands in the body: addresses are kept by whatever stands before us. */
  @Post('templates/:id/invitation-mail')
  @For('recruiter')
  @HttpCode(200)
  @View(mailView)
  previewInvitationMail(@Me() actor: Actor, @Id() id: string, @Body({ schema: mailBody }) { name, message }: MailBody): Promise<{ subject: string; text: string }> {
    return this.desk.previewMail(actor.id, id, { name: name || null, message: message || null });
  }

  @Get('invitation-batches/:id')
  @For('recruiter')
  @View(batchView)
  async invitationBatch(@Me() actor: Actor, @Id() id: string): Promise<BatchView> {
    return asBatch(await this.desk.batch(actor.id, id));
  }
}
