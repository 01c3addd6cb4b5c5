import { type Provider, type Type } from '@nestjs/common';
import { OpeningLog } from './opening-log.js';
import { OverrideRepository } from './override.repository.js';
import { Overrides } from './overrides.js';
import { ReviewMaterial } from './review-material.js';
import { ReviewedRecordings } from './reviewed-recordings.js';
import { ReviewedRepository } from './reviewed.repository.js';
import { ReviewsController } from './reviews.controller.js';
import { Reviews } from './reviews.js';
import './reviews.personal-data.js';
import { ScorecardRepository } from './scorecard.repository.js';
import { Scorecards } from './scorecards.js';

/** What the module of recruiters has of this folder. */
export const reviewsControllers: Type[] = [ReviewsController];
export const reviewsProviders: Provider[] = [OpeningLog, OverrideRepository, Overrides, ReviewMaterial, ReviewedRecordings, ReviewedRepository, Reviews, ScorecardRepository, Scorecards];
