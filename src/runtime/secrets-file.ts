import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const secretsSchema = z.object({
  superuserPassword: z.string().min(16),
  ownerPassword: z.string().min(16),
  applicationPassword: z.string().min(16),
  secret: z.string().min(32),
  storageKey: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What one installation on this machine keeps to itself; made once, readable by its user alone. */
export type Secrets = Readonly<z.infer<typeof secretsSchema>>;

/** Reads the secrets, or makes them on the first start. A damaged file is never replaced: the data could not be read any more. */
export function secretsIn(file: string): Secrets {
  if (existsSync(file)) return readSecrets(file);
  const secrets: Secrets = {
    superuserPassword: randomBytes(24).toString('hex'),
    ownerPassword: randomBytes(24).toString('hex'),
    applicationPassword: randomBytes(24).toString('hex'),
    secret: randomBytes(48).toString('base64url'),
    storageKey: randomBytes(32).toString('hex'),
  };
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return secrets;
}

function readSecrets(file: string): Secrets {
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} cannot be read. The database and the files of this folder were made with it: put it back from a copy, or start afresh in another folder (npm start -- --data DIR).`, { cause });
  }
}
