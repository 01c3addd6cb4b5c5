import { giftBody } from '../entitlements/entitlements.dto.js';
import { detailsBody } from '../invoices/billing-details.dto.js';
import { afterQuery, billingView, detailsView, historyView, planView, portalView, purchaseBody, purchaseView, usesView } from './billing.dto.js';

/** What routes about payments take and answer (zod), so that every payer's are the same. */
export const billingShapes = { afterQuery, billingView, detailsBody, detailsView, giftBody, historyView, planView, portalView, purchaseBody, purchaseView, usesView } as const;
