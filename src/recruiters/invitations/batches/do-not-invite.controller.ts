import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { type Actor, For, Me } from '../../../platform/http/index.js';
import { DoNotInvite } from './do-not-invite.js';
import { InvitationDesk } from '../invitation-desk.js';
import { addressBody } from '../invitations.dto.js';

/** Addresses that recruiters want written to no more. They can be asked for when people are invited, and are listed nowhere. */
@Controller('api/do-not-invite')
export class DoNotInviteController {
  constructor(
    private readonly refused: DoNotInvite,
    private readonly desk: InvitationDesk,
  ) {}

  @Post()
  @For('recruiter')
  @HttpCode(204)
  async addToDoNotInvite(@Me() actor: Actor, @Body({ schema: addressBody }) { email }: { email: string }): Promise<void> {
    await this.desk.seated(actor.id, (tx, { organisationId }) => this.refused.add(tx, organisationId, email, 'organisation'));
  }

  @Post('removal')
  @For('recruiter')
  @HttpCode(204)
  async removeFromDoNotInvite(@Me() actor: Actor, @Body({ schema: addressBody }) { email }: { email: string }): Promise<void> {
    await this.desk.seated(actor.id, (tx, { organisationId }) => this.refused.remove(tx, organisationId, email));
  }
}
