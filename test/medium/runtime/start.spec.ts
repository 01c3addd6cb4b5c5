import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../../src/runtime/processes.js';
import { type StartFolder, Started, startFolder } from '../../support/started.js';
import { until } from '../../support/until.js';

const FIRST_PORT = 21_100;
const postgresOf = ({ data }: StartFolder): number => Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
const answerOf = async (url: string): Promise<Record<string, unknown>> => (await fetch(url)).json() as Promise<Record<string, unknown>>;

describe('npm start', () => {
  let folder: StartFolder;
  const running: Started[] = [];
  const start = (where = folder, words: string[] = [], port = FIRST_PORT): Started => {
    const started = new Started(where, port, words);
    running.push(started);
    return started;
  };

  beforeEach(() => { folder = startFolder(); });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((started) => started.end()));
    folder.remove();
  });

  it('says one address, at which everything is ready, and ends all it started', async () => {
    const started = start();
    const answer = await answerOf(await started.url());
    expect(answer).toMatchObject({ part: 'web', embedded: 'true', publicUrl: await started.url() });
    expect(statSync(join(folder.data, 'secrets.json')).mode & 0o777).toBe(0o600);
    const postgres = postgresOf(folder);
    expect(await started.end('SIGINT')).toBe(0);
    expect(isAlive(postgres)).toBe(false);
    expect(isAlive(Number(answer.pid))).toBe(false);
    expect(existsSync(join(folder.data, 'start.lock'))).toBe(false);
    // One file a day, and midnight may have come meanwhile.
    const logs = readdirSync(join(folder.data, 'logs'));
    const logOf = (name: string): string => logs.filter((file) => file.startsWith(`${name}-`)).map((file) => readFileSync(join(folder.data, 'logs', file), 'utf8')).join('');
    expect(logOf('web')).toContain('web ends');
    expect(logOf('postgres')).toContain('database system is shut down');
  });

  it('says where the first one runs when it is started a second time on the same data', async () => {
    const first = start();
    const url = await first.url();
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.words).toContain(`already runs on ${folder.data} at ${url}`);
    expect((await fetch(url)).status).toBe(200);
  });

  it('[MP23] starts again after everything was killed, keeps what it had, and forgets request logs after 90 days', async () => {
    const first = start();
    const { pid } = await answerOf(await first.url());
    const secrets = readFileSync(join(folder.data, 'secrets.json'), 'utf8');
    const postgres = postgresOf(folder);
    await first.end('SIGKILL');
    await until('the web server is gone', () => Promise.resolve(!isAlive(Number(pid))));
    expect(isAlive(postgres)).toBe(true);
    const logOfDay = (name: string, days: number): string => join(folder.data, `logs/${name}-${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)}.log`);
    for (const name of ['web', 'worker', 'postgres']) for (const days of [91, 88]) writeFileSync(logOfDay(name, days), 'a line of that day\n');
    const again = start();
    expect((await fetch(await again.url())).status).toBe(200);
    expect(isAlive(postgres)).toBe(false);
    expect(readFileSync(join(folder.data, 'secrets.json'), 'utf8')).toBe(secrets);
    await again.end();
    for (const name of ['web', 'worker', 'postgres']) expect([name, ...[91, 88].map((days) => existsSync(logOfDay(name, days)))]).toEqual([name, false, true]);
  });

  it('is not kept from starting by a lock whose process id belongs to somebody else by now', async () => {
    const stranger = spawn('sleep', ['180']);
    const first = start();
    await first.url();
    await first.end();
    writeFileSync(join(folder.data, 'start.lock'), JSON.stringify({ pid: stranger.pid, birth: 'long ago', words: 'http://localhost:1' }));
    writeFileSync(join(folder.data, 'postgres/postmaster.pid'), `${stranger.pid}\n`);
    expect(await start().url()).toMatch(/^http/);
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
    stranger.kill('SIGKILL');
  });

  it('starts a part again that dies, PostgreSQL too, and says so', async () => {
    const started = start();
    const url = await started.url();
    const { pid } = await answerOf(url);
    await fetch(`${url}/die`).catch(() => undefined);
    await started.says(/web ended \(SIGKILL\)\. It is started again/);
    await until('it answers again', async () => (await fetch(url)).ok);
    expect((await answerOf(url)).pid).not.toBe(pid);
    process.kill(postgresOf(folder), 'SIGKILL');
    await started.says(/PostgreSQL is back/);
    await until('it answers again', async () => (await fetch(url)).ok);
  });

  it('runs two copies side by side, started at the same moment', async () => {
    const other = startFolder();
    const copies = [start(), start(other)];
    const urls = await Promise.all(copies.map((copy) => copy.url()));
    expect(new Set(urls).size).toBe(2);
    const answers = await Promise.all(urls.map((url) => answerOf(url)));
    expect(answers.map(({ publicUrl }) => publicUrl)).toEqual(urls);
    await Promise.all(copies.map((copy) => copy.end()));
    other.remove();
  });

  it('takes a port that was asked for or none', async () => {
    const first = start();
    const { port } = new URL(await first.url());
    const other = startFolder();
    const second = start(other, ['--port', port]);
    expect(await second.ended).toBe(1);
    expect(second.words).toContain(`Port ${port} is taken`);
    other.remove();
  });

  it('gives up with the last words of a web server that never gets ready, and leaves nothing running', async () => {
    writeFileSync(join(folder.programs, 'main.js'), `if (process.argv[2] !== 'migrate') { console.error('no such thing'); process.exit(3); }`);
    const started = start();
    expect(await started.ended).toBe(1);
    expect(started.words).toContain('no such thing');
    expect(existsSync(join(folder.data, 'postgres/postmaster.pid'))).toBe(false);
  });
});
