import { type Provider, type Type } from '@nestjs/common';
import './disclosures.personal-data.js';
import { DisclosuresWorker } from './disclosures.worker.js';
import { LegalDisclosureRepository } from './legal-disclosure.repository.js';
import { LegalDisclosuresController } from './legal-disclosures.controller.js';
import { LegalDisclosures } from './legal-disclosures.js';

/** What the module of privacy has of this folder. */
export const disclosuresControllers: Type[] = [LegalDisclosuresController];
export const disclosuresProviders: Provider[] = [DisclosuresWorker, LegalDisclosureRepository, LegalDisclosures];
