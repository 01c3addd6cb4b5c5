import { z } from 'zod';
import { defineEvent } from '../platform/jobs/index.js';
import { purposes } from '../platform/policy/index.js';

const what = { subjectId: z.uuid(), purpose: z.enum(purposes), scope: z.string() };

/**
 * A consent has ended, and what it showed is gone: taken back, run out, ended with the account, or overtaken by a new notice.
 * `shownTo`: the organisations that were shown something of the person since they gave it.
 */
export const consentEnded = defineEvent('consent.ended', z.object({ ...what, because: z.enum(['withdrawn', 'expired', 'terminated', 'invalidated']), shownTo: z.array(z.uuid()) }));

/** A consent ends soon (`endsAt`, ISO 8601): the person can renew it with the same switch. Said once for each end. */
export const consentEnding = defineEvent('consent.ending', z.object({ ...what, endsAt: z.iso.datetime() }));
