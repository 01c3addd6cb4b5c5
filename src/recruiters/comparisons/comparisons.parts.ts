import { type Provider, type Type } from '@nestjs/common';
import { Comparison } from './comparison.js';
import { ComparisonsController } from './comparisons.controller.js';
import { RatedInterviews } from './rated-interviews.js';
import { RaterAgreement } from './rater-agreement.js';

/** What the module of recruiters has of this folder. */
export const comparisonsControllers: Type[] = [ComparisonsController];
export const comparisonsProviders: Provider[] = [Comparison, RatedInterviews, RaterAgreement];
