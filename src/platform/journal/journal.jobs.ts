import { z } from 'zod';
import { defineJob } from '../jobs/index.js';
import { journalLine } from './journal-line.js';

export const writeFact = defineJob({
  name: 'journal.write',
  queue: 'default',
  payload: journalLine.pick({ kind: true, ids: true }),
  // Each of them 20 s after the one before: longer than any backup is kept, so that it is never given up.
  attempts: 200_000,
  timeoutMs: 30_000,
  says: 'Writes a deletion, a withdrawal or the number of an invoice into the journal outside the database, from which a restored backup learns of it.',
});

export const forgetFacts = defineJob({
  name: 'journal.forget',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 600_000,
  cron: '47 2 * * *',
  says: 'Deletes days of the journal that no backup is old enough to need (`backups`).',
});
