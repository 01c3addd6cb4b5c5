import { type Provider, type Type } from '@nestjs/common';
import { FoundPayments } from './found-payments.js';
import { FoundPaymentsRepository } from './found-payments.repository.js';
import { RefundArrivals } from './refund-arrivals.js';
import { RefundDispatchRepository } from './refund-dispatch.repository.js';
import { RefundDispatch } from './refund-dispatch.js';
import { RefundNews } from './refund-news.js';
import { RefundOutcomes } from './refund-outcomes.js';
import { RefundRepository } from './refund.repository.js';
import { RefundsController } from './refunds.controller.js';
import { Refunds } from './refunds.js';
import './refunds.invariants.js';
import './refunds.personal-data.js';
import { RefundsWorker } from './refunds.worker.js';

/** What the module of payments has of this folder. */
export const refundsControllers: Type[] = [RefundsController];
export const refundsProviders: Provider[] = [FoundPayments, FoundPaymentsRepository, RefundArrivals, RefundDispatch, RefundDispatchRepository, RefundNews, RefundOutcomes, RefundRepository, Refunds, RefundsWorker];
