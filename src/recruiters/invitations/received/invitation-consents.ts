import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConsentDesk } from '../../../consent/index.js';
import { isId, newId, notFound } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { type InvitationState } from '../invitation.js';
import { invitationOver, noClientNamed } from '../invitations.errors.js';
import { GoingOn } from './going-on.js';
import { type ReceivedInvitation, ReceivedInvitationRepository } from './received-invitations.repository.js';

/** What is allowed for one invitation: by whoever accepted it, as long as there is something to allow, and called by its name. */
@Injectable()
export class InvitationConsents implements OnModuleInit {
  constructor(
    private readonly consents: ConsentDesk,
    private readonly invitations: ReceivedInvitationRepository,
    private readonly goingOn: GoingOn,
  ) {}

  onModuleInit(): void {
    this.consents.precede('invited_result', async (tx, candidateId, id) => this.goingOn.takeUp(tx, await this.fitting(tx, candidateId, id, mustShow)));
    this.consents.precede('client_sharing', async (tx, candidateId, id) => void (await this.fitting(tx, candidateId, id, mustPassOn)));
    // Looked at again once it is held: it may have ended in between, and whoever ends it holds the consents first.
    this.consents.follow('invited_result', async (tx, consented) => {
      const invitation = await this.invitations.holdMine(tx, consented.subjectId, consented.scope);
      mustShow(invitation);
      await this.goingOn.goOn(tx, consented, invitation);
    });
    this.consents.follow('client_sharing', async (tx, { subjectId, scope }) => mustPassOn(await this.invitations.holdMine(tx, subjectId, scope)));
    for (const purpose of ['invited_result', 'client_sharing'] as const) this.consents.nameScopes(purpose, (tx, candidateId, scopes) => this.names(tx, candidateId, scopes));
    // What the organisation may no longer see it cannot pass on.
    this.consents.followEnd('invited_result', (tx, subjectId, scope) =>
      this.consents.end(tx, { subjectId, purpose: 'client_sharing', scope, wording: '', locale: 'en', how: 'system', where: 'recruiters', eventId: newId() }, 'terminated'));
  }

  private async fitting(tx: Tx, candidateId: string, id: string, mustFit: (invitation: ReceivedInvitation) => void): Promise<ReceivedInvitation> {
    if (!isId(id)) throw notFound();
    const invitation = await this.invitations.getMine(tx, candidateId, id);
    mustFit(invitation);
    return invitation;
  }

  private async names(tx: Tx, candidateId: string, scopes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const mine = await this.invitations.findMine(tx, candidateId, scopes.filter(isId));
    return new Map(mine.map(({ id, organisation, jobTitle }) => [id, `${organisation.name}, ${jobTitle}`]));
  }
}

/** From its acceptance until the interview is handed in. */
const ALLOWABLE: readonly InvitationState[] = ['opened', 'in_progress'];

function mustBeOpen({ state, isStanding }: ReceivedInvitation): void {
  if (!isStanding || !ALLOWABLE.includes(state)) throw invitationOver();
}

/** Also later, when a changed notice ended it. */
function mustShow(invitation: ReceivedInvitation): void {
  if (invitation.mayAllowUntil === null) mustBeOpen(invitation);
}

/** Also later, as long as the organisation itself can read the interview. */
function mustPassOn(invitation: ReceivedInvitation): void {
  if (invitation.client === null) throw noClientNamed();
  if (invitation.sharedUntil === null) mustBeOpen(invitation);
}
