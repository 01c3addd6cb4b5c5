import { type Provider, type Type } from '@nestjs/common';
import { FactsRepository } from './facts.repository.js';
import { InvitedInterviews } from './invited-interviews.js';
import { InvitedReplays } from './invited-replays.js';
import { InvitedReports } from './invited-reports.js';
import { InvitedStart } from './invited-start.js';
import { InvitedRepository } from './invited.repository.js';
import { InvitedWorker } from './invited.worker.js';
import { Likenesses } from './likenesses.js';
import { RoomNotes } from './room-notes.js';
import { RoomNotesController } from './room-notes.controller.js';

/** What the module of interviews has of this folder. */
export const invitedControllers: Type[] = [RoomNotesController];
export const invitedProviders: Provider[] = [FactsRepository, InvitedInterviews, InvitedReplays, InvitedReports, InvitedRepository, InvitedStart, InvitedWorker, Likenesses, RoomNotes];
