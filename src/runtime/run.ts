import { resolve } from 'node:path';
import { Config, ConfigurationError, environment, projectRoot } from '../platform/config/index.js';
import { databaseFaults, migrate } from '../platform/db/index.js';
import { JobsRuntime, prepareQueues } from '../platform/jobs/index.js';
import { Policy } from '../platform/policy/index.js';
import { keptLog } from './kept-log.js';

const MODES = ['all', 'web', 'worker', 'migrate'] as const;
type Mode = (typeof MODES)[number];

/** Runs one part of the product (`all`, `web`, `worker`, `migrate`); says in plain words all that keeps it from starting, and exits with 1. */
export async function run(mode: string): Promise<void> {
  // A part started by `npm start` ends with it, even when that was killed, and even while it is starting.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Listening to it would keep a program alive that has finished, such as `migrate`.
  process.channel?.unref();
  try {
    if (!isMode(mode)) throw new ConfigurationError([`There is no part called ${mode}. Choose one of ${MODES.join(', ')}.`]);
    if (mode === 'migrate') await bringUpToDate(Config.read());
    else await start(mode, await checkedConfig());
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigurationError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
    process.exit(1);
  }
}

/** The settings, when they, the database's role and the policy are fit; otherwise one ConfigurationError with the faults of all. */
async function checkedConfig(): Promise<Config> {
  const faults: string[] = [];
  const config = readOr((fault) => faults.push(...fault.faults));
  const { DATABASE_URL } = environment();
  if (DATABASE_URL && URL.canParse(DATABASE_URL)) faults.push(...(await databaseFaults(DATABASE_URL)));
  faults.push(...policyFaults());
  if (!config || faults.length > 0) throw new ConfigurationError(faults);
  return config;
}

/** In production a policy must say who runs this place: people are told its words as they stand. */
function policyFaults(): string[] {
  const { NODE_ENV, POLICY, POLICIES_DIR } = environment();
  if (NODE_ENV !== 'production') return [];
  const name = POLICY || 'viva-voce';
  const { placeholders } = Policy.load(name, resolve(projectRoot, POLICIES_DIR || 'policies'));
  return placeholders.map((where) => `POLICY: policies/${name}.yaml still has the words it came with at ${where}; write your own.`);
}

function readOr(hear: (fault: ConfigurationError) => void): Config | null {
  try {
    return Config.read();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    hear(error);
    return null;
  }
}

async function bringUpToDate({ settings }: Config): Promise<void> {
  if (!settings.DATABASE_OWNER_URL) throw new ConfigurationError(['DATABASE_OWNER_URL: migrations need the role that owns the tables.']);
  const ran = await migrate(settings.DATABASE_OWNER_URL, settings.DATABASE_URL);
  if (!settings.REDIS_URL) await prepareQueues(settings.DATABASE_OWNER_URL);
  process.stdout.write(ran.length > 0 ? `Applied ${ran.length} migrations.\n` : 'The database is up to date.\n');
}

async function start(mode: Exclude<Mode, 'migrate'>, config: Config): Promise<void> {
  // Loaded only here: migrations need none of it.
  const { webServer, worker } = await import('../app/index.js');
  const log = keptLog(mode, config);
  const web = mode === 'worker' ? null : await webServer(config, log);
  const app = web ?? (await worker(config, log));
  if (mode !== 'web') await app.get(JobsRuntime).start();
  await web?.listen(config.settings.PORT, config.settings.HOST);
}

function isMode(mode: string): mode is Mode {
  return (MODES as readonly string[]).includes(mode);
}
