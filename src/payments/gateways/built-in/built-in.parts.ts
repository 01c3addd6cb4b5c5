import { type Provider, type Type } from '@nestjs/common';
import { BuiltInCheckouts } from './built-in-checkouts.repository.js';
import { BuiltInController } from './built-in.controller.js';
import { BuiltInGateway } from './built-in-gateway.js';
import { BuiltInPage } from './built-in-page.js';
import { BuiltInPayments } from './built-in-payments.repository.js';
import './built-in.personal-data.js';
import { BuiltInPlace } from './built-in-place.js';
import { BuiltInPlans } from './built-in-plans.repository.js';
import { BuiltInTill } from './built-in-till.js';
import { BuiltInTurns } from './built-in-turns.js';
import { BuiltInWorker } from './built-in.worker.js';

export const builtInControllers: Type[] = [BuiltInController];
export const builtInProviders: Provider[] = [BuiltInCheckouts, BuiltInPayments, BuiltInPlans, BuiltInPlace, BuiltInTill, BuiltInGateway, BuiltInPage, BuiltInTurns, BuiltInWorker];
