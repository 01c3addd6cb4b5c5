import { AppError } from '../../kernel/index.js';

/** Which of its faults it was is nobody's business who did not sign it. */
export const webhookRefused = (): AppError => new AppError('payments.webhook_refused', 400, 'This is not signed by the gateway, not of now, or not meant for here. Nothing was stored.');

export const resolvedAlready = (): AppError => new AppError('payments.resolved_already', 409, 'Somebody has dealt with this already. Nothing was changed: read what they wrote.');
