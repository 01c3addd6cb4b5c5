import { type Provider, type Type } from '@nestjs/common';
import { MinorDecisions } from './minor-decisions.js';
import { MinorNews } from './minor-news.js';
import { MinorReportRepository } from './minor-report.repository.js';
import { MinorReportsController } from './minor-reports.controller.js';
import { MinorReports } from './minor-reports.js';
import './minors.personal-data.js';
import { MinorsWorker } from './minors.worker.js';
import { OperatorMinorsController } from './operator-minors.controller.js';
import { PublicSurfaces } from './public-surfaces.js';
import { ReportedAccount } from './reported-account.js';

/** What the module of privacy has of this folder. */
export const minorsControllers: Type[] = [MinorReportsController, OperatorMinorsController];
export const minorsProviders: Provider[] = [MinorDecisions, MinorNews, MinorReportRepository, MinorReports, MinorsWorker, PublicSurfaces, ReportedAccount];
