import { Module } from '@nestjs/common';
import { Readiness } from '../readiness.js';
import { RetentionBoard } from '../retention/retention-board.js';
import { RetentionController } from '../retention/retention.controller.js';
import { AuditController } from './audit.controller.js';
import { FailedJobsController } from './failed-jobs.controller.js';
import { LedgerController } from './ledger.controller.js';
import { MailsController } from './mails.controller.js';
import { OperationsWorker } from './operations.worker.js';
import { PeopleController } from './people.controller.js';
import { StatusController } from './status.controller.js';

/** The operator's console. */
@Module({
  controllers: [StatusController, FailedJobsController, MailsController, PeopleController, AuditController, LedgerController, RetentionController],
  providers: [OperationsWorker, Readiness, RetentionBoard],
  exports: [Readiness],
})
export class OperationsModule {}
