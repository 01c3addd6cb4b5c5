import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/index.js';
import { ChoicesController } from './choices/choices.controller.js';
import { ObjectionRepository } from './choices/objection.repository.js';
import { Objections } from './choices/objections.js';
import { OpenAccounts } from './choices/open-accounts.js';
import { SaleChoiceRepository } from './choices/sale-choice.repository.js';
import { SaleOptOut } from './choices/sale-opt-out.js';
import { disclosuresControllers, disclosuresProviders } from './disclosures/disclosures.parts.js';
import { DataExportsController } from './exports/data-exports.controller.js';
import { DataExports } from './exports/data-exports.js';
import { ExportBuilder } from './exports/export-builder.js';
import { ExportReadyMail } from './exports/export-ready.mail.js';
import { ExportRepository } from './exports/export.repository.js';
import { PersonCopy } from './exports/person-copy.js';
import { holdsControllers, holdsProviders } from './holds/holds.parts.js';
import { AccountImport } from './imports/account-import.js';
import { importsProviders } from './imports/imports.parts.js';
import { incidentsControllers, incidentsProviders } from './incidents/incidents.parts.js';
import { minorsControllers, minorsProviders } from './minors/minors.parts.js';
import { PublicSurfaces } from './minors/public-surfaces.js';
import { PrivacySweep } from './privacy-sweep.js';
import { PrivacyAgain } from './privacy-again.js';
import { PrivacyController } from './privacy.controller.js';
import './privacy.personal-data.js';
import { PrivacyWorker } from './privacy.worker.js';
import { AskedDeletion } from './requests/asked-deletion.js';
import { DataRequests } from './requests/data-requests.js';
import { MyRequestsController } from './requests/my-requests.controller.js';
import { OperatorRequestsController } from './requests/operator-requests.controller.js';
import { RequestIntake } from './requests/request-intake.js';
import { RequestMails } from './requests/request-mails.js';
import { RequestTalk } from './requests/request-talk.js';
import { RequestRepository } from './requests/request.repository.js';
import { UsageCounters } from './usage/usage-counters.js';
import { usageControllers, usageProviders } from './usage/usage.parts.js';

@Module({
  imports: [NotificationsModule],
  controllers: [PrivacyController, DataExportsController, ChoicesController, MyRequestsController, OperatorRequestsController, ...disclosuresControllers, ...holdsControllers, ...incidentsControllers, ...minorsControllers, ...usageControllers],
  providers: [
    AskedDeletion, DataExports, DataRequests, ExportBuilder, ExportReadyMail, ExportRepository, ObjectionRepository, Objections, OpenAccounts, PersonCopy, PrivacyAgain, PrivacySweep, PrivacyWorker, RequestIntake, RequestMails, RequestRepository, RequestTalk,
    SaleChoiceRepository, SaleOptOut, ...disclosuresProviders, ...holdsProviders, ...importsProviders, ...incidentsProviders, ...minorsProviders, ...usageProviders,
  ],
  exports: [AccountImport, Objections, PublicSurfaces, UsageCounters],
})
export class PrivacyModule {}
