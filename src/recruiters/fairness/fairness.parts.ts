import { type Provider, type Type } from '@nestjs/common';
import { CountedScores } from './counted-scores.js';
import { FairnessReport } from './fairness-report.js';
import { FairnessController } from './fairness.controller.js';
import './fairness.personal-data.js';
import { FairnessWorker } from './fairness.worker.js';
import { SurveyRepository } from './survey.repository.js';
import { Surveys } from './surveys.js';
import { SurveysController } from './surveys.controller.js';

/** What the module of recruiters has of this folder. */
export const fairnessControllers: Type[] = [FairnessController, SurveysController];
export const fairnessProviders: Provider[] = [CountedScores, FairnessReport, FairnessWorker, SurveyRepository, Surveys];
