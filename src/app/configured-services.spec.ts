import { Config } from '../platform/config/index.js';
import { configuredServices } from './configured-services.js';

const BASE = { NODE_ENV: 'test', SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://viva@localhost/viva' };
const named = (environment: Record<string, string>): string[] => configuredServices(Config.read({ ...BASE, ...environment })).map(({ name }) => name);

describe('who outside this place is connected to', () => {
  it('is nobody when everything runs on its own machine', () => {
    expect(named({})).toEqual([]);
  });

  it('[MP14] is everybody whom a setting connects to, by name and without the password of the connection', () => {
    expect(named({ SMTP_URL: 'smtps://user:secret@mail.example.com:465', S3_BUCKET: 'files', S3_ENDPOINT: 'https://s3.example.org', GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' })).toEqual([
      'mail.example.com', 's3.example.org', 'Google']);
    expect(named({ S3_BUCKET: 'files' })).toEqual(['Amazon S3']);
  });
});
