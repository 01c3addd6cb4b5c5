import { Global, Module } from '@nestjs/common';
import './consent.invariants.js';
import './consent.personal-data.js';
import { ConsentDesk } from './consent-desk.js';
import { ConsentGate } from './consent-gate.js';
import { ConsentRepository } from './consent.repository.js';
import { ConsentSweep } from './consent-sweep.js';
import { ConsentsAgain } from './consents-again.js';
import { ConsentViews } from './consent-views.js';
import { ConsentWorker } from './consent.worker.js';
import { ConsentsController } from './consents.controller.js';
import { DisclosureLog } from './disclosure-log.js';
import { LedgerChecks } from './ledger-checks.js';
import { NoticePublication } from './notice-publication.js';
import { NoticeRepository } from './notice.repository.js';
import { Notices } from './notices.js';
import { OwnConsents } from './own-consents.js';
import { PurposesController } from './purposes.controller.js';
import { ReceiptKeys } from './receipts/receipt-keys.js';
import { Receipts } from './receipts/receipts.js';
import { ReceiptsController } from './receipts/receipts.controller.js';
import { Traces } from './traces.js';

/** Global, because everybody who shows a person asks here. */
@Global()
@Module({
  controllers: [ConsentsController, PurposesController, ReceiptsController],
  providers: [
    ConsentDesk, ConsentGate, ConsentRepository, ConsentsAgain, ConsentSweep, ConsentViews, ConsentWorker, DisclosureLog, LedgerChecks, NoticePublication, NoticeRepository, Notices, OwnConsents,
    ReceiptKeys, Receipts, Traces,
  ],
  exports: [ConsentDesk, ConsentGate, DisclosureLog, LedgerChecks],
})
export class ConsentModule {}
