import { type Provider, type Type } from '@nestjs/common';
import { ClientLinkDesk } from './client-link-desk.js';
import { ClientLinkMail } from './client-link-mail.js';
import { ClientLinkRepository } from './client-link.repository.js';
import { ClientLinks } from './client-links.js';
import { ClientLinksAgain } from './client-links-again.js';
import { ClientLinksController } from './client-links.controller.js';
import './client-links.personal-data.js';
import { ClientLinksWorker } from './client-links.worker.js';
import { ClientReading, ClientReadingRate } from './client-reading.js';
import { ClientReadingController } from './client-reading.controller.js';
import { ResultScores } from './result-scores.js';

/** What the module of recruiters has of this folder. */
export const clientLinksControllers: Type[] = [ClientLinksController, ClientReadingController];
export const clientLinksProviders: Provider[] = [ClientLinkDesk, ClientLinkMail, ClientLinkRepository, ClientLinks, ClientLinksAgain, ClientLinksWorker, ClientReading, ClientReadingRate, ResultScores];
