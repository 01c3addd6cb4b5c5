import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/index.js';
import { ChoicesController } from './choices/choices.controller.js';
import { ObjectionRepository } from './choices/objection.repository.js';
import { Objections } from './choices/objections.js';
import { OpenAccounts } from './choices/open-accounts.js';
import { SaleChoiceRepository } from './choices/sale-choice.repository.js';
import { SaleOptOut } from './choices/sale-opt-out.js';
import { DataExportsController } from './exports/data-exports.controller.js';
import { DataExports } from './exports/data-exports.js';
import { ExportBuilder } from './exports/export-builder.js';
import { ExportReadyMail } from './exports/export-ready.mail.js';
import { ExportRepository } from './exports/export.repository.js';
import { PrivacySweep } from './privacy-sweep.js';
import { PrivacyController } from './privacy.controller.js';
import './privacy.personal-data.js';
import { PrivacyWorker } from './privacy.worker.js';
import { AskedDeletion } from './requests/asked-deletion.js';
import { DataRequests } from './requests/data-requests.js';
import { OperatorRequestsController } from './requests/operator-requests.controller.js';
import { RequestIntake } from './requests/request-intake.js';
import { RequestMails } from './requests/request-mails.js';
import { RequestRepository } from './requests/request.repository.js';

@Module({
  imports: [NotificationsModule],
  controllers: [PrivacyController, DataExportsController, ChoicesController, OperatorRequestsController],
  providers: [
    AskedDeletion, DataExports, DataRequests, ExportBuilder, ExportReadyMail, ExportRepository, ObjectionRepository, Objections, OpenAccounts, PrivacySweep, PrivacyWorker, RequestIntake, RequestMails, RequestRepository,
    SaleChoiceRepository, SaleOptOut,
  ],
  exports: [Objections],
})
export class PrivacyModule {}
