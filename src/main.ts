import 'reflect-metadata';
import { run } from './runtime/index.js';

await run(process.argv[2] ?? 'all');
