import { isId } from '../../kernel/index.js';
import { type FailedRefund } from '../gateways/gateway.js';

/** As events tell of refunds that failed: what somebody wrote at the gateway's own desk stands where our key would, and may name people. */
export const failedRefundsTold = (failed: readonly FailedRefund[]): { reference: string; key: string | null; amountMinor: string }[] =>
  failed.map(({ reference, key, amountMinor }) => ({ reference, key: isId(key ?? '') ? key : null, amountMinor: amountMinor.toString() }));
