import { Module, type Provider } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { CandidatesModule } from '../candidates/index.js';
import { CertificatesModule } from '../certificates/index.js';
import { ConsentModule } from '../consent/index.js';
import { InterviewsModule } from '../interviews/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { PaymentsModule } from '../payments/index.js';
import { PrivacyModule } from '../privacy/index.js';
import { clientLinksControllers, clientLinksProviders } from './client-links/client-links.parts.js';
import { Askable } from './contacts/askable.js';
import { BlockedRequests } from './contacts/blocked-requests.js';
import { ContactConsent } from './contacts/contact-consent.js';
import { ContactDesk } from './contacts/contact-desk.js';
import { ContactNotices } from './contacts/contact-notices.js';
import { ContactSweep } from './contacts/contact-sweep.js';
import { ContactSweepRepository } from './contacts/contact-sweep.repository.js';
import './contacts/contacts.personal-data.js';
import { ContactsWorker } from './contacts/contacts.worker.js';
import { ReceivedRequests } from './contacts/received-requests.js';
import { ReceivedRequestsController } from './contacts/received-requests.controller.js';
import { ReceivedRequestRepository } from './contacts/received-requests.repository.js';
import { RequestSenderRepository } from './contacts/request-senders.repository.js';
import { SentRequests } from './contacts/sent-requests.js';
import { SentRequestsController } from './contacts/sent-requests.controller.js';
import { SentRequestRepository } from './contacts/sent-requests.repository.js';
import { invitationsControllers, invitationsProviders } from './invitations/invitations.parts.js';
import { AgencyClients } from './organisations/agency-clients.js';
import { ApprovalsController } from './organisations/approvals.controller.js';
import { ClientsController } from './organisations/clients.controller.js';
import { ColleagueInvitationMail } from './organisations/colleague-invitation-mail.js';
import { ColleagueInvitationRepository } from './organisations/colleague-invitation.repository.js';
import { ColleagueInvitations } from './organisations/colleague-invitations.js';
import { DomainProof } from './organisations/domain-proof.js';
import { InvitationAcceptance } from './organisations/invitation-acceptance.js';
import { InvitationsController } from './organisations/invitations.controller.js';
import { JoiningController } from './organisations/joining.controller.js';
import { MemberRoster } from './organisations/member-roster.js';
import { MemberRepository } from './organisations/member.repository.js';
import { MembersController } from './organisations/members.controller.js';
import { OrganisationApproval } from './organisations/organisation-approval.js';
import { OrganisationDesk } from './organisations/organisation-desk.js';
import { OrganisationNews } from './organisations/organisation-news.js';
import { OrganisationRegister } from './organisations/organisation-register.js';
import { OrganisationRepository } from './organisations/organisation.repository.js';
import { OrganisationsAgain } from './organisations/organisations-again.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { OrganisationsWorker } from './organisations/organisations.worker.js';
import { Seats } from './organisations/seats.js';
import { billingControllers, billingProviders } from './billing/billing.parts.js';
import { ProfileReading } from './profiles/profile-reading.js';
import { ProfileViews } from './profiles/profile-views.js';
import { ProfileViewsWorker } from './profiles/profile-views.worker.js';
import { ProfilesController } from './profiles/profiles.controller.js';
import { ViewDigestRepository } from './profiles/view-digests.repository.js';
import { ViewDigests } from './profiles/view-digests.js';
import { comparisonsControllers, comparisonsProviders } from './comparisons/comparisons.parts.js';
import { decisionsControllers, decisionsProviders } from './decisions/decisions.parts.js';
import { copiesControllers, copiesProviders } from './copies/copies.parts.js';
import { deletionsControllers, deletionsProviders } from './deletions/deletions.parts.js';
import { DemoTalent } from './demo-talent.js';
import { fairnessControllers, fairnessProviders } from './fairness/fairness.parts.js';
import { figuresControllers, figuresProviders } from './figures/figures.parts.js';
import './recruiters.invariants.js';
import './recruiters.personal-data.js';
import { reviewsControllers, reviewsProviders } from './reviews/reviews.parts.js';
import { SavedSearchesController } from './saved-searches/saved-searches.controller.js';
import { SavedSearchRepository } from './saved-searches/saved-searches.repository.js';
import { SavedSearches } from './saved-searches/saved-searches.js';
import { SavedSearchesWorker } from './saved-searches/saved-searches.worker.js';
import { SearchAlerts } from './saved-searches/search-alerts.js';
import { FoundTalentRepository } from './search/found-talent.repository.js';
import { SearchController } from './search/search.controller.js';
import { SearchRate } from './search/search-rate.js';
import { SearchTerms } from './search/search-terms.js';
import { TalentCards } from './search/talent-cards.js';
import { TalentSearch } from './search/talent-search.js';
import { TalentSuggestions } from './search/talent-suggestions.js';
import { ExportRate } from './shortlists/export-rate.js';
import { ExportRecord } from './shortlists/export-record.js';
import { ExportedRows } from './shortlists/exported-rows.js';
import { ShortlistEntries } from './shortlists/shortlist-entries.js';
import { ShortlistEntriesController } from './shortlists/shortlist-entries.controller.js';
import { ShortlistEntryRepository } from './shortlists/shortlist-entries.repository.js';
import { ShortlistExport } from './shortlists/shortlist-export.js';
import { Shortlists } from './shortlists/shortlists.js';
import { ShortlistsController } from './shortlists/shortlists.controller.js';
import './shortlists/shortlists.personal-data.js';
import { ShortlistRepository } from './shortlists/shortlists.repository.js';
import { ShortlistsWorker } from './shortlists/shortlists.worker.js';
import { WithdrawalNotes } from './shortlists/withdrawal-notes.js';
import { WithdrawalNoteRepository } from './shortlists/withdrawal-notes.repository.js';
import { ListingDesk } from './talent/listing-desk.js';
import { ListingMaterial } from './talent/listing-material.js';
import { ListingRepository } from './talent/listing.repository.js';
import { ReportedTalent } from './talent/reported-talent.js';
import { TalentAnswers } from './talent/talent-answers.js';
import { TalentContacts } from './talent/talent-contacts.js';
import { TalentListings } from './talent/talent-listings.js';
import './talent/talent.personal-data.js';
import { TalentWorker } from './talent/talent.worker.js';
import { BlocksAgain } from './visibility/blocks-again.js';
import { HiddenOrganisations } from './visibility/hidden-organisations.js';
import { TalentBlockRepository } from './visibility/talent-blocks.repository.js';
import { TalentBlocks } from './visibility/talent-blocks.js';
import { templatesControllers, templatesProviders } from './templates/templates.parts.js';
import { VisibilityController } from './visibility/visibility.controller.js';
import './visibility/visibility.personal-data.js';
import { VisibilityPreview } from './visibility/visibility-preview.js';

const organisations: Provider[] = [
  AgencyClients, ColleagueInvitationMail, ColleagueInvitationRepository, ColleagueInvitations, DomainProof, InvitationAcceptance, MemberRepository, MemberRoster,
  OrganisationApproval, OrganisationDesk, OrganisationNews, OrganisationRegister, OrganisationRepository, OrganisationsAgain, OrganisationsWorker, Seats,
];
const talent: Provider[] = [DemoTalent, ListingDesk, ListingMaterial, ListingRepository, ReportedTalent, TalentAnswers, TalentContacts, TalentListings, TalentWorker];
const contacts: Provider[] = [
  Askable, BlockedRequests, ContactConsent, ContactDesk, ContactNotices, ContactSweep, ContactSweepRepository, ContactsWorker, ReceivedRequestRepository, ReceivedRequests, RequestSenderRepository, SentRequestRepository, SentRequests,
];
const shortlists: Provider[] = [
  ExportRate, ExportRecord, ExportedRows, ShortlistEntries, ShortlistEntryRepository, ShortlistExport, ShortlistRepository, Shortlists, ShortlistsWorker, WithdrawalNoteRepository, WithdrawalNotes,
];
const profiles: Provider[] = [ProfileReading, ProfileViews, ProfileViewsWorker, ViewDigestRepository, ViewDigests];
const savedSearches: Provider[] = [SavedSearchRepository, SavedSearches, SavedSearchesWorker, SearchAlerts];
const search: Provider[] = [FoundTalentRepository, SearchRate, SearchTerms, TalentCards, TalentSearch, TalentSuggestions];
const visibility: Provider[] = [BlocksAgain, HiddenOrganisations, TalentBlockRepository, TalentBlocks, VisibilityPreview];

/** Those who hire: their organisations, and what they may see of people who allowed it. */
@Module({
  imports: [AccountsModule, CandidatesModule, CertificatesModule, ConsentModule, InterviewsModule, NotificationsModule, PaymentsModule, PrivacyModule],
  controllers: [
    ApprovalsController, ClientsController, InvitationsController, JoiningController, MembersController, OrganisationsController,
    ProfilesController, SavedSearchesController, SearchController, VisibilityController, ReceivedRequestsController, SentRequestsController, ShortlistEntriesController, ShortlistsController,
    ...billingControllers, ...invitationsControllers, ...templatesControllers, ...copiesControllers, ...clientLinksControllers, ...deletionsControllers, ...fairnessControllers, ...figuresControllers, ...reviewsControllers, ...comparisonsControllers, ...decisionsControllers,
  ],
  providers: [...organisations, ...talent, ...contacts, ...shortlists, ...profiles, ...savedSearches, ...search, ...visibility, ...billingProviders, ...invitationsProviders, ...templatesProviders, ...copiesProviders, ...clientLinksProviders, ...deletionsProviders, ...fairnessProviders, ...figuresProviders, ...reviewsProviders, ...comparisonsProviders, ...decisionsProviders],
  exports: [DemoTalent],
})
export class RecruitersModule {}
