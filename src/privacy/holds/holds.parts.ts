import { type Provider, type Type } from '@nestjs/common';
import { HoldNews } from './hold-news.js';
import { HoldRegister } from './hold-register.js';
import { HoldSecrets } from './hold-secrets.js';
import './holds.personal-data.js';
import { HoldsWorker } from './holds.worker.js';
import { LegalHoldRepository } from './legal-hold.repository.js';
import { LegalHoldsController } from './legal-holds.controller.js';
import { LegalHolds } from './legal-holds.js';
import { Sealing } from './sealing.js';

/** What the module of privacy has of this folder. */
export const holdsControllers: Type[] = [LegalHoldsController];
export const holdsProviders: Provider[] = [HoldNews, HoldRegister, HoldSecrets, HoldsWorker, LegalHoldRepository, LegalHolds, Sealing];
