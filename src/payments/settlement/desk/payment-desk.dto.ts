import { z } from 'zod';
import { gatewayIds } from '../../gateways/gateway.js';
import { moneyView } from '../../purchases/billing.dto.js';
import { refundView } from '../../refunds/refunds.dto.js';
import { misfits } from '../quarantine/fit.js';

const moment = z.string().meta({ format: 'date-time' });

export const paymentsOverviewView = z.object({
  gateways: z.array(z.object({
    id: z.enum(gatewayIds), name: z.string(), mode: z.enum(['test', 'live']),
    /** Null: it never sent anything. */
    lastWordAt: moment.nullable(),
    /** Somebody paid through it, and it has sent no word since. */
    isSilent: z.boolean(),
    /** Words of it that nobody has worked on yet. */
    waiting: z.number(),
  })),
  /** Payments that fit no order, and wait for a person. */
  quarantined: z.number(),
  /** Refunds that a second operator has to approve. */
  refundsWaiting: z.number(),
}).meta({ id: 'PaymentsOverview' });
export type PaymentsOverviewView = z.infer<typeof paymentsOverviewView>;

export const quarantineQuery = z.strictObject({ state: z.enum(['open', 'resolved']).default('open'), after: z.uuid().optional() });
export type QuarantineQuery = z.infer<typeof quarantineQuery>;

const setApart = z.object({
  id: z.uuid(), gateway: z.string(), gatewayName: z.string(), /** Of the payment at the gateway. */ reference: z.string(), /** What does not fit. */ reason: z.enum(misfits),
  /** Null: there is no such order here. */ purchaseId: z.uuid().nullable(), title: z.string().nullable(), ordered: moneyView.nullable(), said: moneyView.nullable(),
  foundAt: moment, resolvedAt: moment.nullable(), note: z.string().nullable(),
  refunds: z.array(refundView), /** How much of it can still go back; null where nobody knows how much was paid. */ refundable: moneyView.nullable(),
}).meta({ id: 'QuarantinedPayment' });
export type SetApartView = z.infer<typeof setApart>;

export const quarantineView = z.object({ items: z.array(setApart), /** Give it as `after` to read on; null at the end. */ next: z.uuid().nullable() }).meta({ id: 'QuarantinePage' });
export type QuarantineView = z.infer<typeof quarantineView>;

export const resolutionBody = z.strictObject({ /** What was found out, and what was done about it. */ note: z.string().trim().min(1).max(1000) });
