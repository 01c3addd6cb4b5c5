import { type Provider, type Type } from '@nestjs/common';
import { Acknowledgements } from './acknowledgements.js';
import { AcknowledgementsController } from './acknowledgements.controller.js';
import { ClosedAccounts } from './closed-accounts.js';
import { DeletionMails } from './deletion-mails.js';
import { DeletionRepository } from './deletion.repository.js';
import { Deletions } from './deletions.js';
import { DeletionsAgain } from './deletions-again.js';
import { DeletionsController } from './deletions.controller.js';
import './deletions.personal-data.js';
import { DeletionsWorker } from './deletions.worker.js';

/** What the module of recruiters has of this folder. */
export const deletionsControllers: Type[] = [DeletionsController, AcknowledgementsController];
export const deletionsProviders: Provider[] = [Acknowledgements, ClosedAccounts, DeletionMails, DeletionRepository, Deletions, DeletionsAgain, DeletionsWorker];
