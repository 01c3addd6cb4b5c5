import { DataSource } from 'typeorm';
import { AuditLog } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Config, ConfigurationError } from '../../../platform/config/index.js';
import { SigningKeys } from './signing-keys.js';

/** Makes new keys for the certificates of DATABASE_URL, sealed with SECRET: one line says which. A running product signs with them from its next certificate on. */
async function rotateKeys(): Promise<void> {
  const config = Config.read();
  const dataSource = new DataSource({ type: 'postgres', url: config.settings.DATABASE_URL, extra: { max: 1 } });
  await dataSource.initialize();
  try {
    const { id } = await dataSource.transaction((tx) => new SigningKeys(config, new AuditLog(), new Clock()).rotate(tx));
    console.log(`Certificates are signed with the key ${id} from now on. What was signed before still verifies.`);
  } finally {
    await dataSource.destroy();
  }
}

try {
  await rotateKeys();
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
