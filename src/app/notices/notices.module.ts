import { Module } from '@nestjs/common';
import { NotificationsModule } from '../../notifications/index.js';
import { ChangeNews } from './change-news.js';
import { LegalNotices } from './legal-notices.js';
import { NoticePublication } from './notice-publication.js';
import { NoticeRepository } from './notice.repository.js';
import { NoticesController } from './notices.controller.js';
import './notices.personal-data.js';
import { NoticesWorker } from './notices.worker.js';

/** What people are told of how their data is handled, written from the policy and published in versions. */
@Module({
  imports: [NotificationsModule],
  controllers: [NoticesController],
  providers: [ChangeNews, LegalNotices, NoticePublication, NoticeRepository, NoticesWorker],
  exports: [LegalNotices],
})
export class NoticesModule {}
