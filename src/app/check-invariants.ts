import 'reflect-metadata';
import { Config, ConfigurationError } from '../platform/config/index.js';
import { Invariants } from './invariants/invariants.js';
import { worker } from './worker.js';

/** Looks at everything that must hold in the installation of DATABASE_URL: a line for each, and exit code 1 when something does not. */
async function checkInvariants(): Promise<void> {
  const app = await worker(Config.read());
  try {
    for (const { name, says, broken } of await app.get(Invariants).check()) {
      console.log(`${broken.length === 0 ? 'holds ' : 'BROKEN'}  ${name}: ${says}`);
      for (const where of broken) console.log(`          ${where}`);
      if (broken.length > 0) process.exitCode = 1;
    }
  } finally {
    await app.close();
  }
}

try {
  await checkInvariants();
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
