import { Client } from 'pg';
import { mailsTo } from '../../support/mails.js';
import { until } from '../../support/until.js';
import { Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';
import { secondServer } from './second-server.js';

const person = { name: 'Ada Example', email: 'crash@example.com', password: PASSWORD, age: 30 };

describe('a server that is killed between the write of better-auth and ours', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  const identities = () => world.database.query<{ id: string }>('select id from auth."user" where email = $1', [person.email]);

  /** Holds our table, so that the sign-up waits exactly between the two writes, and kills its process there. */
  const crashInBetween = async (): Promise<void> => {
    const server = await secondServer(world.database);
    const owner = new Client({ connectionString: world.database.ownerUrl });
    await owner.connect();
    await owner.query('begin');
    await owner.query('lock table accounts.account in exclusive mode');
    const lost = new Visitor(server.url).post('/api/accounts', person).then(() => 'answered', () => 'lost');
    await until('the write of better-auth', async () => (await identities()).length === 1);
    await until('ours waits', async () => (await world.database.query(`select from pg_locks where relation = 'accounts.account'::regclass and not granted`)).length === 1);
    await server.kill();
    await owner.query('rollback');
    await owner.end();
    expect(await lost).toBe('lost');
  };

  it('leaves an identity that opens nothing, makes way for its person, and is swept', async () => {
    await crashInBetween();
    await until('what was cut off is undone', async () => (await world.database.query('select from accounts.account')).length === 0);
    expect(await identities()).toHaveLength(1);
    // Even if the address had been confirmed by some other way.
    await world.database.query('update auth."user" set "emailVerified" = true where email = $1', [person.email]);
    expect((await world.visitor().post('/api/session', { email: person.email, password: PASSWORD })).body).toMatchObject({ code: 'accounts.wrong_credentials' });
    for (const path of ['/api/session/link-mail', '/api/password-resets', '/api/accounts/verification-mail']) {
      expect((await world.visitor().post(path, { email: person.email })).status).toBe(202);
    }
    expect(await mailsTo(world, person.email)).toEqual([]);
    await world.database.moveClock('2 minutes');
    expect((await world.visitor().post('/api/accounts', person)).status).toBe(202);
    expect((await mailsTo(world, person.email)).map(({ subject }) => subject)).toEqual(['Confirm your e-mail address']);
    await world.database.query('delete from accounts.account');
    await world.database.moveClock('2 hours');
    await world.settle();
    expect(await identities()).toEqual([]);
  });
});
