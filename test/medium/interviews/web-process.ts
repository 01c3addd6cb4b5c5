import 'reflect-metadata';
import { webServer } from '../../../src/app/index.js';
import { Config } from '../../../src/platform/config/index.js';

// A web server that can be killed: `node --import test/support/typescript.mjs web-process.ts`, settings in its environment.
const config = Config.read();
const app = await webServer(config);
await app.listen(config.settings.PORT, '127.0.0.1');
process.on('disconnect', () => process.exit());
process.send?.('ready');
