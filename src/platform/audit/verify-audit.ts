import { DataSource } from 'typeorm';
import { Config, ConfigurationError } from '../config/index.js';
import { AuditLog } from './audit-log.js';

/** Checks the audit log of DATABASE_URL: one line, and exit code 1 when the chain is broken. */
async function verifyAudit(): Promise<void> {
  const dataSource = new DataSource({ type: 'postgres', url: Config.read().settings.DATABASE_URL, extra: { max: 1 } });
  await dataSource.initialize();
  try {
    const verdict = await dataSource.transaction('REPEATABLE READ', (tx) => new AuditLog().verify(tx));
    if (verdict.ok) {
      console.log(`The audit log is whole: ${verdict.entries} entries, newest hash ${verdict.head}`);
    } else {
      console.error(`The audit log is broken at entry ${verdict.brokenAt}; the ${verdict.entries} before it are whole.`);
      process.exitCode = 1;
    }
  } finally {
    await dataSource.destroy();
  }
}

try {
  await verifyAudit();
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
