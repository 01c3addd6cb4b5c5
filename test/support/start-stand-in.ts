import { startCommand } from '../../src/runtime/start-command.js';

// `npm start` over programs that stand in for the built ones: start-stand-in.ts FOLDER [arguments of npm start].
const [programs = '', ...words] = process.argv.slice(2);
await startCommand(words, programs);
