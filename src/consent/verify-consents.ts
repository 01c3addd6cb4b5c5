import { DataSource } from 'typeorm';
import { Config, ConfigurationError } from '../platform/config/index.js';

interface Fault {
  readonly ref: string;
  readonly version: number | null;
  readonly fault: 'chain' | 'grant';
}

const SHOWN = 10;
const SAYS = { chain: 'does not hang from the entry before it', grant: 'is not what holds now' } as const;

/** Checks the ledger of consents of DATABASE_URL, everybody's chain and what is live: one line, and exit code 1 when something does not fit. */
async function verifyConsents(): Promise<void> {
  const dataSource = new DataSource({ type: 'postgres', url: Config.read().settings.DATABASE_URL, extra: { max: 1 } });
  await dataSource.initialize();
  try {
    await dataSource.transaction('REPEATABLE READ', async (tx) => {
      const faults = await tx.query<Fault[]>('select subject_ref as ref, version, fault from consent.faults() limit $1', [SHOWN]);
      const [held] = await tx.query<{ acts: string; people: string }[]>('select count(*) as acts, count(distinct subject_ref) as people from consent.record');
      if (faults.length === 0) console.log(`The ledger of consents is whole: ${held?.acts} entries in ${held?.people} chains`);
      for (const { ref, version, fault } of faults) console.error(`The ledger of consents is broken: entry ${version ?? 'none'} of ${ref} ${SAYS[fault]}.`);
      if (faults.length > 0) process.exitCode = 1;
    });
  } finally {
    await dataSource.destroy();
  }
}

try {
  await verifyConsents();
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
