import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Policy } from '../../../src/platform/policy/index.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';
import { freePort } from '../../support/world.js';

const root = join(import.meta.dirname, '../../..');
const SECRET = 'k3J9-vQ2x_Zr7Lw8Tn5Yp1Bd6Hc4Fs0M';

/** Runs what was built of `main.ts` until it ends, with a channel to us as `npm start` has one. */
function main(mode: string, environment: Readonly<Record<string, string>>): Promise<{ code: number | null; words: string }> {
  const program = spawn(process.execPath, [join(root, 'dist/main.js'), mode], {
    env: { PATH: process.env.PATH ?? '', ...environment }, cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let words = '';
  for (const stream of [program.stdout, program.stderr]) stream?.on('data', (chunk: Buffer) => { words += chunk.toString(); });
  return new Promise((resolve) => program.once('close', (code) => resolve({ code, words })));
}

describe('a start in production', () => {
  let database: TestDatabase;
  beforeAll(async () => { database = await freshDatabase(); });
  afterAll(() => database.drop());

  it('is refused with all that is wrong at once, the role that owns the tables among it', async () => {
    const { code, words } = await main('web', { NODE_ENV: 'production', SECRET: 'change-me-change-me-change-me-change-me', DATABASE_URL: database.ownerUrl, EMBEDDED_DATABASE: 'true' });
    expect(code).toBe(1);
    for (const fault of ['EMBEDDED_DATABASE', 'SMTP_URL', 'SECRET', 'PUBLIC_URL', 'S3_BUCKET', 'REDIS_URL', 'DATABASE_URL: its role owns tables', 'POLICY: policies/viva-voce.yaml still has the words it came with at operator.address']) expect(words).toContain(fault);
  });

  it('is refused for a part that does not exist, and for a database that cannot be reached', async () => {
    expect(await main('everything', {})).toMatchObject({ code: 1, words: expect.stringContaining('no part called everything') });
    const away = await main('worker', { SECRET, DATABASE_URL: 'postgres://viva_app@127.0.0.1:9/viva' });
    expect(away).toMatchObject({ code: 1, words: expect.stringContaining('no connection could be made') });
  });
});

describe('a web server', () => {
  it('[MP03] logs each request: when, which page, from which network, browser and language, and nothing of its query', async () => {
    const [database, port] = [await freshDatabase(), await freePort()];
    const program = spawn(process.execPath, [join(root, 'dist/main.js'), 'web'], {
      env: { PATH: process.env.PATH ?? '', SECRET, DATABASE_URL: database.applicationUrl, PORT: String(port) }, cwd: root, stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    createInterface({ input: program.stdout }).on('line', (line) => lines.push(line));
    const ended = new Promise((resolve) => program.once('close', resolve));
    try {
      const url = `http://127.0.0.1:${port}`;
      await until('it is ready', async () => (await fetch(`${url}/api/health/ready`)).ok);
      await fetch(`${url}/api/policy?name=ada`, { headers: { 'user-agent': 'A browser', 'accept-language': 'pt-BR' } });
      await fetch(`${url}/c/anybodyslinkanybodysli/embed`);
      await until('the page is logged without its link', () => Promise.resolve(lines.some((text) => text.includes('"page":"/c/…/embed"')) || null));
      const line = await until('the request is logged', () => Promise.resolve(lines.find((text) => text.includes('"page":"/api/policy"')) ?? null));
      expect(JSON.parse(line)).toMatchObject({
        time: expect.any(Number) as number, res: { statusCode: 200 },
        req: { method: 'GET', page: '/api/policy', network: '127.0.0.0', browser: 'A browser', language: 'pt-BR' },
      });
      expect(lines.join('\n')).not.toMatch(/name=ada|anybodyslink/);
      // The notice names these fields and no others; the rest of a line is about the program.
      const { logs } = Policy.load('viva-voce', join(root, 'policies')).values;
      const { req, res, responseTime, time, level, pid, hostname, reqId, msg, ...more } = JSON.parse(line) as { req: object; res: object } & Record<string, unknown>;
      expect([typeof level, typeof pid, typeof hostname, reqId, typeof msg, more]).toEqual(['number', 'number', 'string', expect.stringMatching(/^req-\w+$/), 'string', {}]);
      expect([...Object.keys({ ...req }), ...(responseTime === undefined ? [] : ['duration']), ...(time === undefined ? [] : ['time']), ...Object.keys(res).map((key) => key.replace('statusCode', 'status'))].sort()).toEqual(Object.keys(logs.fields).sort());
    } finally {
      program.kill('SIGTERM');
      await ended;
    }
    await database.drop();
  });
});

describe('a server with a folder for its logs', () => {
  it('[MP23] writes them there alone, a file a day, and deletes those whose 90 days are over', async () => {
    const [database, port, folder] = [await freshDatabase(), await freePort(), mkdtempSync(join(tmpdir(), 'viva-logs-'))];
    const day = (daysAgo: number): string => `web-${new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)}.log`;
    const [over, young] = [day(92), day(80)];
    for (const name of [over, young]) writeFileSync(join(folder, name), 'a line');
    const program = spawn(process.execPath, [join(root, 'dist/main.js'), 'web'], {
      env: { PATH: process.env.PATH ?? '', SECRET, DATABASE_URL: database.applicationUrl, PORT: String(port), LOG_DIR: folder }, cwd: root, stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    program.stdout.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    const ended = new Promise((resolve) => program.once('close', resolve));
    const today = (): string => readdirSync(folder).filter((name) => name !== young).map((name) => readFileSync(join(folder, name), 'utf8')).join('');
    try {
      await until('it is ready', async () => (await fetch(`http://127.0.0.1:${port}/api/health/ready`)).ok);
      await fetch(`http://127.0.0.1:${port}/api/policy`);
      await until('the request is logged', () => Promise.resolve(today().includes('"page":"/api/policy"') || null));
      expect([existsSync(join(folder, over)), existsSync(join(folder, young)), said]).toEqual([false, true, '']);
    } finally {
      program.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true });
    await database.drop();
  });
});

describe('migrate', () => {
  it('ends by itself when the database is up to date', async () => {
    const database = await freshDatabase();
    const outcome = await main('migrate', { SECRET, DATABASE_URL: database.applicationUrl, DATABASE_OWNER_URL: database.ownerUrl });
    expect(outcome).toEqual({ code: 0, words: 'The database is up to date.\n' });
    await database.drop();
  });
});
