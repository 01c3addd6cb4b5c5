import { Global, Module } from '@nestjs/common';
import './mail.personal-data.js';
import { Inbox } from './inbox.js';
import { MailCarrier } from './mail-carrier.js';
import { MailDelivery } from './mail-delivery.js';
import { MailOutbox } from './mail-outbox.js';
import { MailSink } from './mail-sink.js';
import { MailRepository } from './mail.repository.js';
import { MailWorker } from './mail.worker.js';

@Global()
@Module({
  providers: [MailRepository, MailOutbox, MailSink, MailCarrier, MailDelivery, MailWorker, Inbox],
  exports: [MailOutbox, Inbox],
})
export class MailModule {}
