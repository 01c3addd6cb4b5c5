import { join } from 'node:path';
import { projectRoot } from '../platform/config/index.js';
import { startCommand } from './start-command.js';

await startCommand(process.argv.slice(2), join(projectRoot, 'dist'));
