import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { Config, environment, projectRoot } from '../../../platform/config/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { Issuer } from '../issuer.js';
import { newKeyRing } from '../keys/key-ring.js';
import { writeSamples } from './samples.js';

/**
 * `npm run issue-sample -- --out FOLDER`: a valid, a revoked and an expired certificate in every form, with the lists of states and the document
 * of the issuer, for those who want to check them with programs of others. The keys are made for it and kept nowhere; no database is needed.
 */
async function issueSample(words: string[]): Promise<void> {
  const { values: { out } } = parseArgs({ args: words, options: { out: { type: 'string' } } });
  if (out === undefined || out === '') throw new Error('Say where to: npm run issue-sample -- --out FOLDER');
  const given = environment();
  const settings = { POLICY: given.POLICY, POLICIES_DIR: given.POLICIES_DIR, PUBLIC_URL: given.PUBLIC_URL, SECRET: randomBytes(24).toString('hex'), DATABASE_URL: 'postgres://none' };
  const config = Config.read(settings);
  const policy = Policy.load(config.settings.POLICY, resolve(projectRoot, config.settings.POLICIES_DIR));
  const issuer = new Issuer(config, policy);
  const now = new Date();
  const folder = resolve(given.INIT_CWD ?? '.', out);
  const ring = await newKeyRing(new URL(issuer.url).host, new Date(now.getTime() - A_YEAR_MS));
  for (const line of await writeSamples(folder, { policy, issuer, ring, now })) console.log(line);
}

// The expired one was signed before today, with a key that was there already.
const A_YEAR_MS = 366 * 86_400_000;

try {
  await issueSample(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
