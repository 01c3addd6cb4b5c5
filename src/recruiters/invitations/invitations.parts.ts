import { type Provider, type Type } from '@nestjs/common';
import { AddressChecks } from './batches/address-checks.js';
import { BatchRepository } from './batches/batch.repository.js';
import { BatchSending } from './batches/batch-sending.js';
import { BatchesController } from './batches/batches.controller.js';
import { DoNotInvite } from './batches/do-not-invite.js';
import { DoNotInviteController } from './batches/do-not-invite.controller.js';
import { EndingRepository } from './ending.repository.js';
import { GoingOn } from './received/going-on.js';
import { InvitationBatches } from './batches/invitation-batches.js';
import { InvitationConsents } from './received/invitation-consents.js';
import { InvitationDesk } from './invitation-desk.js';
import { InvitationEnding } from './invitation-ending.js';
import { InvitationLinks } from './received/invitation-links.js';
import { InvitationLinksController } from './received/invitation-links.controller.js';
import { InvitationMails } from './mails/invitation-mails.js';
import { InvitationNotices } from './mails/invitation-notices.js';
import { InvitationStart } from './received/invitation-start.js';
import { InvitationSweep } from './invitation-sweep.js';
import { InvitationSweepRepository } from './invitation-sweep.repository.js';
import { InvitationViews } from './received/invitation-views.js';
import { InvitationsAgain } from './invitations-again.js';
import './invitations.personal-data.js';
import { InvitationsWorker } from './invitations.worker.js';
import { InvitedAccess } from './invited-access.js';
import { MailFactsRepository } from './mails/mail-facts.repository.js';
import { NewInvitationRepository } from './batches/new-invitations.repository.js';
import { NewInvitations } from './batches/new-invitations.js';
import { OverdueInvitations } from './overdue-invitations.js';
import { ReceivedInvitations } from './received/received-invitations.js';
import { ReceivedInvitationsController } from './received/received-invitations.controller.js';
import { ReceivedInvitationRepository } from './received/received-invitations.repository.js';
import { ResultRouting } from './results/result-routing.js';
import { RoutedResultRepository } from './results/routed-results.repository.js';
import { SentInvitations } from './sent/sent-invitations.js';
import { SentInvitationsController } from './sent/sent-invitations.controller.js';
import { SentInvitationRepository } from './sent/sent-invitations.repository.js';
import { Withdrawals } from './results/withdrawals.js';

/** What the module of recruiters has of this folder. The candidate's own paths come before those with an id in their place. */
export const invitationsControllers: Type[] = [BatchesController, DoNotInviteController, InvitationLinksController, ReceivedInvitationsController, SentInvitationsController];
export const invitationsProviders: Provider[] = [
  AddressChecks, BatchRepository, BatchSending, DoNotInvite, EndingRepository, GoingOn, InvitationBatches, InvitationConsents, InvitationDesk, InvitationEnding, InvitationLinks, InvitationMails, InvitationNotices, InvitationStart,
  InvitationSweep, InvitationSweepRepository, InvitationViews, InvitationsAgain, InvitationsWorker, InvitedAccess, MailFactsRepository, NewInvitationRepository, NewInvitations, OverdueInvitations, ReceivedInvitationRepository, ReceivedInvitations, ResultRouting,
  RoutedResultRepository, SentInvitationRepository, SentInvitations, Withdrawals,
];
