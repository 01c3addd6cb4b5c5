import { Module } from '@nestjs/common';
import { ConsentNews } from './consent-news.js';
import { MailChoiceRepository } from './mail-choice.repository.js';
import { MailPreferencesController } from './mail-preferences.controller.js';
import { NoteRepository } from './note.repository.js';
import { NotesController } from './notes.controller.js';
import { Notifications } from './notifications.js';
import './notifications.personal-data.js';
import { NotificationsWorker } from './notifications.worker.js';

@Module({
  controllers: [NotesController, MailPreferencesController],
  providers: [ConsentNews, MailChoiceRepository, NoteRepository, Notifications, NotificationsWorker],
  exports: [Notifications],
})
export class NotificationsModule {}
