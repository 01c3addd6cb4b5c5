import { Global, Module } from '@nestjs/common';
import './mail.invariants.js';
import './mail.personal-data.js';
import { Inbox } from './inbox.js';
import { MailCarrier } from './mail-carrier.js';
import { MailDelivery } from './mail-delivery.js';
import { MailLedger } from './mail-ledger.js';
import { MailOutbox } from './mail-outbox.js';
import { MailSink } from './mail-sink.js';
import { MailRepository } from './mail.repository.js';
import { MailWorker } from './mail.worker.js';

@Global()
@Module({
  providers: [MailRepository, MailOutbox, MailSink, MailCarrier, MailDelivery, MailLedger, MailWorker, Inbox],
  exports: [MailOutbox, MailLedger, Inbox],
})
export class MailModule {}
