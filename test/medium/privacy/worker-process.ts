import 'reflect-metadata';
import { flushCompileCache } from 'node:module';
import { worker } from '../../../src/app/index.js';
import { Config } from '../../../src/platform/config/index.js';
import { JobsRuntime } from '../../../src/platform/jobs/index.js';
import { JobTimings } from '../../../src/platform/jobs/job-timings.js';

// A worker that can be killed: `node --import test/support/typescript.mjs worker-process.ts`, settings in its environment.
const app = await worker(Config.read());
// What a killed worker was at comes back after this long, so that the suite does not wait as long as people would.
Object.assign(app.get(JobTimings), { lease: 5_000 });
await app.get(JobsRuntime).start();
// Whoever is killed would keep what it compiled to itself.
flushCompileCache();
process.on('disconnect', () => process.exit());
process.send?.('ready');
