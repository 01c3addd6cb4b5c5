import { type Provider, type Type } from '@nestjs/common';
import { Allowances } from './allowances.js';
import { AllowanceSweep } from './allowance-sweep.js';
import { Customers } from './customers.js';
import { Entitlements } from './entitlements.js';
import './entitlements.personal-data.js';
import { EntitlementsWorker } from './entitlements.worker.js';
import { Gifts } from './gifts.js';
import { GiftsController } from './gifts.controller.js';
import { LedgerRepository } from './ledger.repository.js';
import { LivePlans } from './live-plans.js';
import { Lots } from './lots.js';
import { LotSweepRepository } from './lot-sweep.repository.js';
import { StandingController } from './standing.controller.js';
import { Standings } from './standings.js';

/** What the module of payments has of this folder. */
export const entitlementsControllers: Type[] = [GiftsController, StandingController];
export const entitlementsProviders: Provider[] = [Allowances, AllowanceSweep, Customers, Entitlements, EntitlementsWorker, Gifts, LedgerRepository, LivePlans, Lots, LotSweepRepository, Standings];
