import { join } from 'node:path';
import { Config, projectRoot } from '../../platform/config/index.js';
import { Policy } from '../../platform/policy/index.js';
import { connectionsOf, isOwn, processorOf, undeclared } from './connections.js';

const BASE = { NODE_ENV: 'test', SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://viva@localhost/viva' };
const { values } = Policy.load('viva-voce', join(projectRoot, 'policies'));
const connected = (environment: Record<string, string>) => connectionsOf(Config.read({ ...BASE, ...environment }));
const faults = (environment: Record<string, string>, policy: Partial<Policy['values']> = {}): string[] => undeclared(connected(environment), { ...values, ...policy }, 'viva-voce');

const ABROAD = { SMTP_URL: 'smtps://user:secret@mail.example.com:465', S3_BUCKET: 'files', S3_ENDPOINT: 'https://s3.example.org', OIDC_ISSUER: 'https://id.example.net', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' };
const company = (id: string, kind: 'mail' | 'storage' | 'signIn' | 'hosting', hosts: string[] = []): Policy['values']['processors'][number] =>
  ({ id, kind, hosts, name: id, purpose: 'Works', data: 'Mails', region: 'Norway', policyUrl: 'https://example.com', agreement: { says: 'Agreement' }, transfer: 'None', prices: [] });

describe('who this place is connected to by its settings', () => {
  it('is nobody outside when everything runs on its own machine', () => {
    expect(connected({}).filter((connection) => !isOwn(connection, values))).toEqual([]);
    expect(faults({ DATABASE_URL: 'postgres://viva@/viva', REDIS_URL: 'redis://:secret@redis:6379' })).toEqual([]);
  });

  it('[MP14] is also whoever runs the database and the queues, which all of the data lies in', () => {
    const hosted = { DATABASE_URL: 'postgres://viva:secret@viva.db.example.com:5432/viva', REDIS_URL: 'rediss://:secret@queues.example.net:6379' };
    const said = faults(hosted);
    expect(said.map((fault) => fault.split(':')[0])).toEqual(['DATABASE_URL', 'REDIS_URL']);
    expect(said[0]).toContain('data would lie at viva.db.example.com, which the policy viva-voce does not declare');
    expect(said[0]).toContain('- { id: hosting, kind: hosting,');
    expect(said.join()).not.toContain('secret');
    // However the address names it.
    for (const address of ['postgres://viva:secret@localhost/viva?host=viva.db.example.com', 'postgres://viva:secret@/viva?host=viva.db.example.com']) expect(faults({ DATABASE_URL: address })).toEqual([said[0]]);
    expect(faults({ DATABASE_URL: 'postgres://viva:secret@/viva?host=/run/postgresql' })).toEqual([]);
    expect(faults(hosted, { processors: [company('machines', 'hosting', ['.example.com', 'queues.example.net'])] })).toEqual([]);
    // Who keeps the files may keep the rows as well; whoever carries mails does not.
    expect(faults(hosted, { processors: [company('files', 'storage', ['.example.com']), company('post', 'mail', ['queues.example.net'])] })).toHaveLength(1);
  });

  it('[MP14] is every mail server, store of files and service to sign in with, without the password of the connection', () => {
    expect(connected(ABROAD).map(({ kind, host }) => [kind, host])).toEqual([['hosting', 'localhost'], ['mail', 'mail.example.com'], ['storage', 's3.example.org'], ['signIn', 'id.example.net']]);
    expect(connected({ S3_BUCKET: 'files', S3_REGION: 'eu-north-1' }).slice(1)).toEqual([{ kind: 'storage', setting: 'S3_BUCKET', host: 's3.eu-north-1.amazonaws.com' }]);
  });

  it('[IM09] stops the start for each that the policy does not declare, and says what to write', () => {
    const said = faults(ABROAD);
    expect(said.map((fault) => fault.split(':')[0])).toEqual(['SMTP_URL', 'S3_ENDPOINT', 'OIDC_ISSUER']);
    expect(said[0]).toContain('mails would go through mail.example.com, which the policy viva-voce does not declare');
    expect(said[0]).toContain('- { id: mail, kind: mail,');
    expect(said[0]).toContain('hosts: [mail.example.com]');
    expect(said[0]).toContain('ownHosts: [mail.example.com]');
    expect(said.join()).not.toContain('secret');
  });

  it('is fine with those that are declared by their host or their id', () => {
    const processors = [company('post', 'mail', ['.example.com']), company('files', 'storage', ['s3.example.org']), company('oidc', 'signIn')];
    expect(faults(ABROAD, { processors })).toEqual([]);
    expect(connected(ABROAD).map((connection) => processorOf(connection, { processors })?.id)).toEqual([undefined, 'post', 'files', 'oidc']);
    // Whoever carries mails is not thereby declared to keep files.
    expect(faults(ABROAD, { processors: [company('post', 'mail', ['.example.com', 's3.example.org']), company('oidc', 'signIn')] })).toHaveLength(1);
  });

  it.each(['127.0.0.1', '10.1.2.3', '192.168.7.7', '[::1]', '[fd00::1]', 'localhost', 'objects', 'mail.viva.internal', 'nas.local'])('needs no word about %s, which stands in the own house', (host) => {
    const connection = connected({ SMTP_URL: `smtp://${host}:25` }).find(({ kind }) => kind === 'mail');
    expect(connection && isOwn(connection, values)).toBe(true);
    expect(faults({ SMTP_URL: `smtp://${host}:25` })).toEqual([]);
  });

  it.each(['8.8.8.8', '[2606:4700::1111]', 'mail.example.com', 'local.example.com'])('needs one about %s, unless the policy names it as the own', (host) => {
    expect(faults({ SMTP_URL: `smtp://${host}:25` })).toHaveLength(1);
    expect(faults({ SMTP_URL: `smtp://${host}:25` }, { ownHosts: [host.replaceAll(/[[\]]/g, '')] })).toEqual([]);
  });
});
