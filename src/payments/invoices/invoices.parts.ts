import { type Provider, type Type } from '@nestjs/common';
import './invoices.invariants.js';
import './invoices.personal-data.js';
import { AccountingController } from './accounting.controller.js';
import { AccountingExport } from './accounting-export.js';
import { BillingDetails } from './billing-details.js';
import { BillingDetailsController } from './billing-details.controller.js';
import { DayReport } from './day-report.js';
import { InvoiceRepository } from './invoice.repository.js';
import { InvoiceSweep } from './invoice-sweep.js';
import { Invoices } from './invoices.js';
import { InvoicesController } from './invoices.controller.js';
import { InvoicesWorker } from './invoices.worker.js';
import { NumberSeries } from './number-series.js';
import { NumbersAgain } from './numbers-again.js';
import { Reconciliation } from './reconciliation.js';
import { ReconciliationRepository } from './reconciliation.repository.js';

/** What the module of payments has of this folder. */
export const invoicesControllers: Type[] = [AccountingController, BillingDetailsController, InvoicesController];
export const invoicesProviders: Provider[] = [AccountingExport, BillingDetails, DayReport, InvoiceRepository, InvoiceSweep, Invoices, InvoicesWorker, NumberSeries, NumbersAgain, Reconciliation, ReconciliationRepository];
