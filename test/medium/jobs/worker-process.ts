import { JobsRuntime } from '../../../src/platform/jobs/index.js';
import { Errands } from './errands.js';
import { application } from './working.js';

// A worker that can be killed: `node --import test/support/typescript.mjs worker-process.ts`, settings in its environment.
const worker = await application({ DATABASE_URL: process.env['DATABASE_URL'], REDIS_URL: process.env['REDIS_URL'] }, [Errands]);
await worker.get(JobsRuntime).start();
process.send?.('ready');
