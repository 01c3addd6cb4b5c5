import { Module } from '@nestjs/common';
import { ConsentNews } from './consent-news.js';
import { MailChoiceRepository } from './mail-choice.repository.js';
import { MailChoices } from './mail-choices.js';
import { MailPreferencesController } from './mail-preferences.controller.js';
import { MailTerms } from './mail-terms.js';
import { NewsController } from './news/news.controller.js';
import { NewsDesk } from './news/news-desk.js';
import { NewsMailing } from './news/news-mailing.js';
import { NewsReaders } from './news/news-readers.js';
import { NewsRepository } from './news/news.repository.js';
import { NewsTrial } from './news/news-trial.js';
import { NewsWorker } from './news/news.worker.js';
import { NoteRepository } from './note.repository.js';
import { NotesController } from './notes.controller.js';
import { Notifications } from './notifications.js';
import './notifications.personal-data.js';
import { NotificationsWorker } from './notifications.worker.js';
import { Unsubscription } from './unsubscription.js';

@Module({
  controllers: [NotesController, MailPreferencesController, NewsController],
  providers: [
    ConsentNews, MailChoiceRepository, MailChoices, MailTerms, NewsDesk, NewsMailing, NewsReaders, NewsRepository, NewsTrial, NewsWorker, NoteRepository, Notifications, NotificationsWorker,
    Unsubscription,
  ],
  exports: [Notifications],
})
export class NotificationsModule {}
