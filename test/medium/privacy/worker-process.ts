import 'reflect-metadata';
import { worker } from '../../../src/app/index.js';
import { Config } from '../../../src/platform/config/index.js';
import { JobsRuntime } from '../../../src/platform/jobs/index.js';

// A worker that can be killed: `node --import test/support/typescript.mjs worker-process.ts`, settings in its environment.
const app = await worker(Config.read());
await app.get(JobsRuntime).start();
process.on('disconnect', () => process.exit());
process.send?.('ready');
