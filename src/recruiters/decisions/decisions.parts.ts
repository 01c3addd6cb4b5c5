import { type Provider, type Type } from '@nestjs/common';
import { Appeals } from './appeals.js';
import { DecisionNews } from './decision-news.js';
import { DecisionReading } from './decision-reading.js';
import { DecisionRepository } from './decision.repository.js';
import { Decisions } from './decisions.js';
import { DecisionsController } from './decisions.controller.js';
import './decisions.personal-data.js';
import { OwnDecisionsController } from './own-decisions.controller.js';

/** What the module of recruiters has of this folder. */
export const decisionsControllers: Type[] = [DecisionsController, OwnDecisionsController];
export const decisionsProviders: Provider[] = [Appeals, DecisionNews, DecisionReading, DecisionRepository, Decisions];
