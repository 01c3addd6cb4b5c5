import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrate } from '../../../src/platform/db/index.js';
import { errandEnvironment } from '../../../src/runtime/errand-environment.js';
import { Started, startFolder } from '../../support/started.js';

const root = join(import.meta.dirname, '../../..');
const verifyAudit = (data: string): Promise<{ code: number; said: string }> =>
  promisify(execFile)(process.execPath, ['--import', './test/support/typescript.mjs', 'src/runtime/verify-audit.ts', '--data', data], {
    cwd: root,
    env: { PATH: process.env['PATH'] },
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  );

describe('npm run verify-audit', () => {
  const folder = startFolder();
  const started = new Started(folder, 21_200);
  afterAll(async () => {
    await started.end();
    folder.remove();
  });

  it('finds the database of a running npm start by its folder alone', async () => {
    await started.url();
    const { DATABASE_OWNER_URL = '', DATABASE_URL = '' } = errandEnvironment({}, folder.data);
    await migrate(DATABASE_OWNER_URL, DATABASE_URL);
    expect(await verifyAudit(folder.data)).toEqual({ code: 0, said: expect.stringMatching(/^The audit log is whole: 0 entries/) as string });
  });

  it('says so when nothing runs there, and makes nothing', async () => {
    await started.end();
    expect(await verifyAudit(folder.data)).toEqual({ code: 1, said: expect.stringMatching(/^Viva Voce does not run on .*\n$/) as string });
    const nowhere = join(folder.data, 'nowhere');
    expect(await verifyAudit(nowhere)).toMatchObject({ code: 1 });
    expect(existsSync(nowhere)).toBe(false);
  });

  it('takes the database that the person names', () => {
    const given = { DATABASE_URL: 'postgres://viva_app@db.example.com/viva', SECRET: 'theirs' };
    expect(errandEnvironment(given, folder.data)).toEqual(given);
  });
});
