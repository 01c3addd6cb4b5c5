import { type Provider, type Type } from '@nestjs/common';
import { PageViews } from './page-views.js';
import { UsageCounters } from './usage-counters.js';
import { UsageReport } from './usage-report.js';
import { UsageController } from './usage.controller.js';
import './usage.personal-data.js';
import { UsageRepository } from './usage.repository.js';

/** What the module of privacy has of this folder. */
export const usageControllers: Type[] = [UsageController];
export const usageProviders: Provider[] = [PageViews, UsageCounters, UsageReport, UsageRepository];
