import { call } from './client.js';
import { type Verdict } from './generated/index.js';

export type { Verdict };

/** Whether a certificate holds: a file as it is, or anything that was pasted. Nothing of it is kept. */
export const verify = (brought: Blob | string): Promise<Verdict> =>
  (typeof brought === 'string'
    ? call<Verdict>('POST', '/api/verifications', { body: { text: brought } })
    : call<Verdict>('POST', '/api/verifications', { bytes: brought }));
