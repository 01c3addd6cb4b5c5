import { Policy } from '../../../src/platform/policy/index.js';
import { mailTo } from '../../support/mails.js';
import { appCode, setUpSecondFactor } from '../../support/second-factor.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { freePort, PASSWORD, World } from '../../support/world.js';
import { type Citizen, CLIENT, Issuer } from './issuer.js';

let world: World;
let issuer: Issuer;
beforeAll(async () => {
  issuer = await Issuer.create();
  world = await World.create({ OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_NAME: 'Nordlys' });
  await issuer.start([`${world.url}/api/session/provider/oidc/callback`]);
});
afterAll(async () => {
  await issuer.stop();
  await world.destroy();
});
afterEach(() => { issuer.present = null; });

let people = 0;
const citizen = (facts: Partial<Citizen> = {}): Citizen => {
  const sub = `citizen-${(people += 1)}`;
  return { sub, email: `${sub}@nordlys.example`, email_verified: true, name: 'Nora Lys', ...facts };
};
/** Where the issuer sends this browser back to. */
const wayBack = async (visitor: Visitor, body: object = {}): Promise<URL> => {
  const { url } = (await visitor.post('/api/session/provider/oidc', body)).body as { url: string };
  return issuer.visit(url);
};
const comeBack = (visitor: Visitor, { pathname, search }: URL): Promise<Answer> => visitor.get(`${pathname}${search}`);
const signIn = async (visitor: Visitor, person: Citizen | null, body: object = {}): Promise<string> => {
  issuer.present = person;
  const answer = await comeBack(visitor, await wayBack(visitor, body));
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
};
const whoIs = async (visitor: Visitor): Promise<string | null> => ((await visitor.get('/api/session')).body as { account: { email: string } | null }).account?.email ?? null;
const rows = async (): Promise<unknown> => (await world.database.query(
  `select (select count(*)::int from auth."user") as identities, (select count(*)::int from accounts.account) as accounts, (select count(*)::int from auth.account) as links,
     (select count(*)::int from accounts.session) as sessions, (select count(*)::int from audit.entry) as entries`))[0];

describe('signing up with a provider', () => {
  it('asks the age before anything is stored, then makes an account that the same person comes back to', async () => {
    const [person, before] = [citizen(), await rows()];
    const visitor = world.visitor();
    expect(await signIn(visitor, person, { next: '/interviews/new' })).toBe('/sign-up/finish');
    expect(await rows()).toEqual(before);
    expect((await visitor.get('/api/sign-up')).body).toEqual({ provider: { id: 'oidc', name: 'Nordlys' }, name: person.name, email: person.email, hasPicture: false });
    expect(visitor.cookie).not.toContain(person.sub);
    expect((await visitor.post('/api/sign-up', { name: 'Nora L.', age: 18 })).body).toMatchObject({ account: { name: 'Nora L.', email: person.email, roles: ['candidate'] } });
    expect(await world.database.query(`select declared_age_reached as age from accounts.account a join auth."user" u using (id) where u.email = $1`, [person.email])).toEqual([{ age: 18 }]);
    expect((await visitor.get('/api/account')).body).toMatchObject({ hasPassword: false, providers: [{ name: 'Nordlys' }] });
    const again = world.visitor();
    expect(await signIn(again, { ...person, email: 'moved@nordlys.example', name: 'Renamed' }, { next: '/settings' })).toBe('/settings');
    expect(await whoIs(again)).toBe(person.email);
  });

  it('keeps nothing of somebody below the age of the policy, in the browser neither', async () => {
    const [person, before] = [citizen(), await rows()];
    const visitor = world.visitor();
    await signIn(visitor, person);
    expect((await visitor.post('/api/sign-up', { name: 'Nora', age: 15 })).body).toMatchObject({ code: 'accounts.too_young' });
    expect(await rows()).toEqual(before);
    expect(visitor.cookie).toBe('');
    expect((await visitor.post('/api/sign-up', { name: 'Nora', age: 30 })).status).toBe(404);
  });

  it('is forgotten after ten minutes, and when it is told to', async () => {
    const [late, unsure] = [world.visitor(), world.visitor()];
    await signIn(late, citizen());
    await signIn(unsure, citizen());
    expect((await unsure.delete('/api/sign-up')).status).toBe(204);
    expect((await unsure.get('/api/sign-up')).status).toBe(404);
    await world.database.moveClock('10 minutes 1 second');
    expect((await late.post('/api/sign-up', { name: 'Nora', age: 30 })).status).toBe(404);
    await world.database.moveClock('-10 minutes 1 second');
  });

  it('makes one account when the button is pressed twice', async () => {
    const [person, visitor] = [citizen(), world.visitor()];
    await signIn(visitor, person);
    const { cookie } = visitor;
    const answers = await Promise.all([1, 2, 3].map(() => world.visitor().post('/api/sign-up', { name: 'Nora', age: 30 }, { cookie })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await world.database.query('select 1 from auth."user" where email = $1', [person.email])).toHaveLength(1);
  });
});

describe('an account here and an identity there with one address', () => {
  it('are linked when both sides have confirmed the address; the owner is told, and can take the link off', async () => {
    const email = 'linked@nordlys.example';
    const owner = await world.candidate(email);
    const visitor = world.visitor();
    const person = citizen({ email });
    expect(await signIn(visitor, person)).toBe('/practice');
    expect(await whoIs(visitor)).toBe(email);
    expect((await mailTo(world, email, /new way to sign in/)).text).toContain('Nordlys');
    const { providers: [link] } = (await owner.get('/api/account')).body as { providers: { id: string; name: string }[] };
    expect((await (await world.candidate()).delete(`/api/account/providers/${link?.id}`)).status).toBe(404);
    // Where nobody has a password or a mailed link, the last place that signs somebody in stays.
    const offered = world.app.get(Policy).values.signIn;
    const { ways } = offered;
    offered.ways = ['oidc'];
    expect(await owner.delete(`/api/account/providers/${link?.id}`)).toMatchObject({ status: 409, body: { code: 'accounts.last_way_in' } });
    offered.ways = ways;
    expect((await owner.delete(`/api/account/providers/${link?.id}`)).status).toBe(204);
    expect((await owner.get('/api/account')).body).toMatchObject({ providers: [], hasPassword: true });
  });

  it('are linked once when two browsers come back at the same moment', async () => {
    const email = 'moment@nordlys.example';
    await world.candidate(email);
    issuer.present = citizen({ email });
    const ways: [Visitor, URL][] = [];
    for (let count = 0; count < 4; count += 1) {
      const visitor = world.visitor();
      ways.push([visitor, await wayBack(visitor)]);
    }
    const answers = await Promise.all(ways.map(([visitor, back]) => comeBack(visitor, back)));
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(Array.from(ways, () => '/practice'));
  });

  it('are linked with a word to the owner, too, when the account was made while the provider\'s person was asked their age', async () => {
    const email = 'meanwhile@nordlys.example';
    const visitor = world.visitor();
    expect(await signIn(visitor, citizen({ email }))).toBe('/sign-up/finish');
    await world.candidate(email);
    expect((await visitor.post('/api/sign-up', { name: 'Nora', age: 30 })).body).toMatchObject({ account: { email } });
    expect((await mailTo(world, email, /new way to sign in/)).text).toContain('Nordlys');
  });

  it('are not linked, and nobody is let in, when the provider has not confirmed the address', async () => {
    const email = 'claimed@nordlys.example';
    await world.candidate(email);
    const before = await rows();
    const visitor = world.visitor();
    for (const person of [citizen({ email, email_verified: false }), citizen({ email_verified: false })]) {
      expect(await signIn(visitor, person)).toBe('/sign-in?problem=provider_address_unconfirmed');
      expect(await whoIs(visitor)).toBeNull();
    }
    expect(await rows()).toEqual(before);
  });

  it('are joined so that of an account nobody confirmed here neither password nor sign-in stays', async () => {
    const email = 'hijacked@nordlys.example';
    await world.visitor().post('/api/accounts', { name: 'Mallory', email, password: PASSWORD, age: 30 });
    const confirmation = await mailTo(world, email, /Confirm your/);
    await world.database.query(
      `insert into accounts.session (id, account_id, token_hash, way, browser, stays, ends_at) select gen_random_uuid(), id, repeat('0', 64), 'password', 'x', false, clock.now() + interval '1 day' from auth."user" where email = $1`, [email]);
    const visitor = world.visitor();
    expect(await signIn(visitor, citizen({ email }))).toBe('/sign-up/finish');
    expect((await visitor.post('/api/sign-up', { name: 'Nora Lys', age: 16 })).body).toMatchObject({ account: { email, name: 'Nora Lys' } });
    expect((await world.visitor().post('/api/session', { email, password: PASSWORD })).status).toBe(401);
    expect(await world.database.query(`select 1 from accounts.session where token_hash = repeat('0', 64)`)).toEqual([]);
    expect((await world.visitor().post('/api/accounts/verification', { token: confirmation.token, password: PASSWORD })).status).toBe(422);
    expect(await world.database.query(`select declared_age_reached as age from accounts.account a join auth."user" u using (id) where u.email = $1`, [email])).toEqual([{ age: 16 }]);
  });

  it('are told apart by issuer and subject: the same subject at another issuer is somebody else', async () => {
    const [person, visitor] = [citizen(), world.visitor()];
    await signIn(visitor, person);
    await visitor.post('/api/sign-up', { name: 'Nora', age: 30 });
    await world.database.query(`update auth.account set "providerId" = 'https://accounts.google.com' where "accountId" = $1`, [person.sub]);
    expect(await signIn(world.visitor(), { ...person, email: 'else@nordlys.example' })).toBe('/sign-up/finish');
  });

  it('lead to the second factor when the account has one', async () => {
    const email = 'twosteps@nordlys.example';
    const { secret } = await setUpSecondFactor(await world.candidate(email));
    const visitor = world.visitor();
    expect(await signIn(visitor, citizen({ email }))).toBe('/sign-in/second-factor');
    expect(await whoIs(visitor)).toBeNull();
    expect((await visitor.post('/api/session/second-factor', { code: appCode(secret, 1) })).body).toMatchObject({ account: { email } });
  });

  it('open nothing once the account is deleted: the person signs up anew', async () => {
    const [person, visitor] = [citizen(), world.visitor()];
    await signIn(visitor, person);
    await visitor.post('/api/sign-up', { name: 'Nora', age: 30 });
    expect((await visitor.post('/api/account/deletion', { now: false })).status).toBe(200);
    expect(await signIn(world.visitor(), person)).toBe('/sign-up/finish');
  });
});

describe('the way back from a provider', () => {
  const failed = '/sign-in?problem=provider_failed';

  it('works in the browser that went, once, and with what it was given only', async () => {
    const visitor = world.visitor();
    issuer.present = citizen();
    const back = await wayBack(visitor);
    expect((await comeBack(world.visitor(), back)).headers.get('location')).toBe(failed);
    const forged = new URL(back);
    forged.searchParams.set('state', 'AAAA');
    expect((await comeBack(visitor, forged)).headers.get('location')).toBe(failed);
    // The cookie is gone with the first try, right or wrong.
    expect((await comeBack(visitor, back)).headers.get('location')).toBe(failed);
    expect(await whoIs(visitor)).toBeNull();
  });

  it('does not take the code of somebody else (the code challenge is of this browser)', async () => {
    const [mallory, victim] = [world.visitor(), world.visitor()];
    issuer.present = citizen();
    const stolen = await wayBack(mallory);
    const own = await wayBack(victim);
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    expect((await comeBack(victim, own)).headers.get('location')).toBe(failed);
    expect(await whoIs(victim)).toBeNull();
  });

  it('says so when the person or the provider refused', async () => {
    expect(await signIn(world.visitor(), null)).toBe('/sign-in?problem=provider_refused');
  });

  it.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'javascript:alert(1)'])('never leads to %s', async (next) => {
    expect((await world.visitor().post('/api/session/provider/oidc', { next })).status).toBe(422);
  });

  it('is there for the providers that are set up, and no others; the policy page names them', async () => {
    expect((await world.visitor().post('/api/session/provider/google', {})).status).toBe(404);
    expect((await world.visitor().get('/api/session/provider/google/callback')).status).toBe(404);
    expect((await world.visitor().get('/api/policy')).body).toMatchObject({ signIn: { providers: [{ id: 'oidc', name: 'Nordlys' }], linkMinutes: 10 } });
  });
});

describe.each([['Google', 'google', true], ['LinkedIn', 'linkedin', false]] as const)('the dance with %s', (name, id, hasNonceAndPkce) => {
  let local: Issuer;
  beforeAll(async () => {
    local = await Issuer.create();
    await local.start([`${world.url}/api/session/provider/${id}/callback`], { isLikeLinkedIn: !hasNonceAndPkce });
  });
  afterAll(() => local.stop());

  it('[IM02] ends with issuer and subject, and with nobody when state, code verifier or nonce is another', async () => {
    const { ProviderDance } = await import('../../../src/accounts/providers/provider-dance.js');
    const dance = world.app.get(ProviderDance);
    const provider = { id, name, issuer: local.url, clientId: CLIENT.id, clientSecret: CLIENT.secret, hasNonceAndPkce };
    const person = citizen({ picture: `${local.url}/pictures/nora.png` });
    local.present = person;
    const begin = async () => {
      const { url, secrets } = await dance.begin(provider);
      return { secrets, query: (await local.visit(url)).search.slice(1) };
    };
    const { secrets, query } = await begin();
    expect(await dance.finish(provider, secrets, query)).toEqual({ issuer: local.url, subject: person.sub, name: person.name, email: person.email, isConfirmed: true, picture: person.picture });
    for (const wrong of ['state', ...(hasNonceAndPkce ? ['nonce', 'verifier'] as const : [])]) {
      const tried = await begin();
      await expect(dance.finish(provider, { ...tried.secrets, [wrong]: 'A'.repeat(43) }, tried.query)).rejects.toThrow();
    }
  });
});

describe('a provider that does not answer', () => {
  it('is said to be away, and asked again the next time', async () => {
    const port = await freePort();
    const alone = await World.create({ OIDC_ISSUER: `http://localhost:${port}`, OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' });
    try {
      for (let tries = 0; tries < 2; tries += 1) {
        expect(await alone.visitor().post('/api/session/provider/oidc', {})).toMatchObject({ status: 503, body: { code: 'accounts.provider_unavailable' } });
      }
    } finally {
      await alone.destroy();
    }
  });
});
