import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { CopyRepository } from '../copies/copy.repository.js';
import { Seats } from '../organisations/seats.js';
import { DeletionRepository } from './deletion.repository.js';
import { asCopied, asDue, asOwn, deletionsView, type DeletionsView, ownCopiesView, type OwnCopiesView, ownDeletionsView, type OwnDeletionsView, ownDeletionView, type OwnDeletionView } from './deletions.dto.js';
import { Deletions } from './deletions.js';

const MOST = 200;

/** Interviews that were asked to be deleted: the person asks and sees what became of it, the organisation sees what is due. */
@Controller('api')
export class DeletionsController {
  constructor(
    private readonly deletions: Deletions,
    private readonly register: DeletionRepository,
    private readonly copies: CopyRepository,
    private readonly seats: Seats,
    private readonly contacts: AccountContacts,
    private readonly db: Database,
  ) {}

  @Post('invitations/mine/:id/deletion')
  @For('candidate')
  @HttpCode(200)
  @View(ownDeletionView)
  async deleteInvitedInterview(@Me() actor: Actor, @Id() id: string): Promise<OwnDeletionView> {
    return asOwn(await this.db.transaction((tx) => this.deletions.ask(tx, actor.id, id)));
  }

  @Get('deletions/mine')
  @For('candidate')
  @View(ownDeletionsView)
  async myDeletions(@Me() actor: Actor): Promise<OwnDeletionsView> {
    return { deletions: (await this.register.ofCandidate(this.db.alone, actor.id)).map(asOwn) };
  }

  /** Of interviews that are over, too: whoever has a copy may have it still. */
  @Get('copies/mine')
  @For('candidate')
  @View(ownCopiesView)
  async copiesOfMine(@Me() actor: Actor): Promise<OwnCopiesView> {
    return { copies: (await this.copies.listMine(this.db.alone, actor.id, MOST)).map(asCopied) };
  }

  @Get('deletions')
  @For('recruiter')
  @View(deletionsView)
  deletionsDue(@Me() actor: Actor): Promise<DeletionsView> {
    return this.db.transaction(async (tx) => {
      const { organisationId } = await this.seats.searching(tx, actor.id);
      const found = await this.register.ofOrganisation(tx, organisationId, MOST);
      const names = await this.contacts.findMany(tx, found.flatMap(({ holders }) => holders.flatMap(({ memberId }) => memberId ?? [])));
      return { deletions: found.map((deletion) => asDue(deletion, actor.id, names)) };
    });
  }
}
