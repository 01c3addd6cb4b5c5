import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config, configSchema, projectRoot } from '../../src/platform/config/index.js';
import { QUIET_SETTINGS } from '../../src/runtime/embedded-postgres.js';
import { askedFor, composeServices, imageEnvironment, unknownSettings } from '../support/deployment.js';

const compose = readFileSync(join(projectRoot, 'compose.yaml'), 'utf8');
const dockerfile = readFileSync(join(projectRoot, 'Dockerfile'), 'utf8');
const settings = configSchema.shape;

const given = {
  PUBLIC_URL: 'https://viva.example.com', SECRET: 'k3J9-vQ2x_Zr7Lw8Tn5Yp1Bd6Hc4Fs0M', SMTP_URL: 'smtps://viva:words@mail.example.com',
  MAIL_FROM: 'Viva Voce <no-reply@example.com>', POSTGRES_PASSWORD: 'p0', DATABASE_OWNER_PASSWORD: 'p1', DATABASE_PASSWORD: 'p2', REDIS_PASSWORD: 'p3',
  S3_ACCESS_KEY_ID: 'viva', S3_SECRET_ACCESS_KEY: 'p4', S3_ENCRYPTION_KEY: 'ab'.repeat(32),
};
const services = composeServices(compose, given);
const ours = Object.entries(services).filter(([, { build }]) => build !== undefined);

describe('the deployment', () => {
  it('runs web, worker and migrate from one image', () => {
    expect(ours.map(([name, { command }]) => [name, command?.at(-1)])).toEqual([['web', 'web'], ['worker', 'worker'], ['migrate', 'migrate']]);
  });

  it.each(ours)('gives %s no setting that does not exist', (_name, { environment = {} }) => {
    expect(unknownSettings({ ...imageEnvironment(dockerfile), ...environment }, settings)).toEqual([]);
  });

  it('would notice a setting that does not exist', () => {
    const misspelt = composeServices(compose.replace('S3_FORCE_PATH_STYLE', 'S3_PATH_STYLE'), given);
    expect(unknownSettings(misspelt.web?.environment ?? {}, settings)).toEqual(['S3_PATH_STYLE']);
    expect(unknownSettings(imageEnvironment(`${dockerfile}\nENV PROT=3000\n`), settings)).toEqual(['PROT']);
  });

  it.each(ours)('starts %s in production without a fault', (_name, { environment = {} }) => {
    const { isProduction, settings: read } = Config.read({ ...imageEnvironment(dockerfile), ...environment });
    expect(isProduction).toBe(true);
    expect(read.HOST).toBe('0.0.0.0');
  });

  it('would notice a fault of production', () => {
    const planted = composeServices(compose.replace('  SMTP_URL:', '  LOG_LEVEL: info\n  #'), given);
    expect(() => Config.read({ ...imageEnvironment(dockerfile), ...planted.web?.environment })).toThrow(/SMTP_URL/);
  });

  it('keeps the owner of the tables away from web and worker', () => {
    expect(ours.filter(([, { environment }]) => environment?.DATABASE_OWNER_URL !== undefined).map(([name]) => name)).toEqual(['migrate']);
  });

  it('takes every secret from the person, and refuses to start without', () => {
    const secret = /PASSWORD|SECRET|KEY/;
    expect(askedFor(compose).filter(({ name, required }) => secret.test(name) && !required)).toEqual([]);
    for (const name of Object.keys(given)) expect(() => composeServices(compose, { ...given, [name]: '' })).toThrow(name);
  });

  it('holds no secret of its own', () => {
    const values = Object.values(services).flatMap(({ environment = {} }) => Object.entries(environment)).filter(([name]) => /PASSWORD|SECRET|_KEY/.test(name));
    const theirs = new Set<string>(Object.values(given));
    expect(values.filter(([, value]) => !theirs.has(value))).toEqual([]);
  });

  it('keeps values out of the log of PostgreSQL, as npm start does', () => {
    expect(Object.entries(QUIET_SETTINGS).map(([name, value]) => `${name}=${value}`).filter((setting) => !services.postgres?.command?.includes(setting))).toEqual([]);
  });

  it('looks after the health of everything that answers', () => {
    const unwatched = Object.entries(services).filter(([, { build, healthcheck }]) => build === undefined && !healthcheck?.test).map(([name]) => name);
    expect(unwatched).toEqual([]);
    expect(dockerfile).toMatch(/^HEALTHCHECK .*\n.*\/api\/health\/live/m);
  });

  it('builds from files that exist, and not as root', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, files = '']) => files.split(' '));
    expect(copied.length).toBeGreaterThan(2);
    expect(copied.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
    expect(dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))).toMatch(/^USER node$/m);
  });

  it('lets no secret of this machine into the image', () => {
    const [everything, ...allowed] = readFileSync(join(projectRoot, '.dockerignore'), 'utf8').trim().split('\n');
    expect(everything).toBe('**');
    expect(allowed.filter((line) => /\.env|\.data|node_modules/.test(line) && line.startsWith('!'))).toEqual([]);
  });
});
