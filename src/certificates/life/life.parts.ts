import { type Provider, type Type } from '@nestjs/common';
import { Corrected } from './corrected.js';
import { CorrectionRepository } from './correction.repository.js';
import { Corrections } from './corrections.js';
import { Ending } from './ending.js';
import './life.invariants.js';
import { LifeAgain } from './life-again.js';
import { LifeController } from './life.controller.js';
import { LifeNews } from './life-news.js';
import { LifeRepository } from './life.repository.js';
import { LifeSweep } from './life-sweep.js';
import { LifeWorker } from './life.worker.js';
import { MeasureRepository } from './measure.repository.js';
import { Measures } from './measures.js';
import { MeasuresController } from './measures.controller.js';
import { CertificateRegister } from './certificate-register.js';
import { Revocations } from './revocations.js';
import { Suspensions } from './suspensions.js';

/** What the module of certificates has of this folder. */
export const lifeControllers: Type[] = [LifeController, MeasuresController];
export const lifeProviders: Provider[] = [
  CertificateRegister, Corrected, CorrectionRepository, Corrections, Ending, LifeAgain, LifeNews, LifeRepository, LifeSweep, LifeWorker, MeasureRepository, Measures, Revocations, Suspensions,
];
