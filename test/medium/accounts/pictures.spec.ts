import { pngWith } from '../../../src/accounts/pictures/pictures.fixture.js';
import { plainPicture } from '../../../src/accounts/pictures/plain-picture.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';
import { type Citizen, CLIENT, Issuer } from './issuer.js';

describe('the picture that a provider has of somebody', () => {
  let world: World;
  let issuer: Issuer;
  let people = 0;

  beforeAll(async () => {
    issuer = await Issuer.create();
    world = await World.create({ OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_NAME: 'Nordlys', PAGES_INSIDE: new URL(issuer.url).host });
    await issuer.start([`${world.url}/api/session/provider/oidc/callback`]);
  });
  afterAll(async () => {
    await issuer.stop();
    await world.destroy();
  });

  const citizen = (picture: string): Citizen => {
    const sub = `citizen-${(people += 1)}`;
    return { sub, email: `${sub}@nordlys.example`, email_verified: true, name: 'Nora Lys', picture };
  };
  const PLACE = 'taken at 60.39 N, 5.32 E';
  const drawn = (bytes = pngWith(PLACE), type = 'image/png'): { person: Citizen; asked: () => number | undefined } => {
    const name = `${people}.png`;
    const picture = issuer.draws(name, type, bytes);
    return { person: citizen(picture), asked: () => issuer.pictures.get(`/pictures/${name}`)?.asked };
  };
  const signedUp = async (person: Citizen, wish: object): Promise<Visitor> => {
    const visitor = world.visitor();
    issuer.present = person;
    const { url } = (await visitor.post('/api/session/provider/oidc')).body as { url: string };
    const { pathname, search } = await issuer.visit(url);
    expect((await visitor.get(`${pathname}${search}`)).headers.get('location')).toBe('/sign-up/finish');
    expect((await visitor.get('/api/sign-up')).body).toMatchObject({ email: person.email, hasPicture: true });
    expect((await visitor.post('/api/sign-up', { name: person.name, age: 30, ...wish })).status).toBe(200);
    return visitor;
  };
  const pictureOf = async (visitor: Visitor) => ((await visitor.get('/api/session')).body as { account: { hasPicture: boolean } }).account.hasPicture;

  it('[MR03] [MI02] comes with name and address only for those who choose it: it is theirs to see and to delete, in their copy, and without the place it was taken at', async () => {
    const { person, asked } = drawn();
    const me = await signedUp(person, { takesPicture: true });
    expect((await me.get('/api/account')).body).toMatchObject({ name: person.name, email: person.email, pictureFrom: 'Nordlys' });
    const picture = await fetch(`${world.url}/api/account/picture`, { headers: { cookie: me.cookie } });
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect([picture.status, picture.headers.get('content-type'), picture.headers.get('cache-control')]).toEqual([200, 'image/png', 'no-store']);
    expect(bytes).toEqual(plainPicture(pngWith(''))?.bytes);
    const { accountsHolder } = await import('../../../src/accounts/accounts.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const [{ id } = { id: '' }] = await world.database.query<{ id: string }>('select id from auth."user" where email = $1', [person.email]);
    expect(await accountsHolder.export(world.app.get(Database).alone, id)).toMatchObject({ account: { picture: `data:image/png;base64,${bytes.toString('base64')}` } });
    expect((await (await world.candidate()).get('/api/account/picture')).status).toBe(404);
    expect((await world.visitor().get('/api/account/picture')).status).toBe(401);
    expect([(await me.delete('/api/account/picture')).status, (await me.delete('/api/account/picture')).status, (await me.get('/api/account/picture')).status]).toEqual([204, 404, 404]);
    expect([await pictureOf(me), asked(), await world.database.query('select from accounts.picture')]).toEqual([false, 1, []]);
  });

  it('is neither fetched nor kept unless they choose it', async () => {
    const { person, asked } = drawn();
    expect(await pictureOf(await signedUp(person, {}))).toBe(false);
    expect(await pictureOf(await signedUp(drawn().person, { takesPicture: false }))).toBe(false);
    expect([asked(), await world.database.query('select from accounts.picture')]).toEqual([0, []]);
  });

  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), 'image/png'], ['of another kind', pngWith(''), 'image/svg+xml'], ['larger than a megabyte', Buffer.concat([pngWith(''), Buffer.alloc(1_048_577)]), 'image/png'],
  ])('keeps nobody from signing up when it is %s, and is not kept', async (_what, bytes, type) => {
    const { person, asked } = drawn(bytes, type);
    expect([await pictureOf(await signedUp(person, { takesPicture: true })), asked()]).toEqual([false, 1]);
  });

  it.each(['http://169.254.169.254/latest/meta-data', 'https://127.0.0.1/picture.png', 'file:///etc/passwd'])('is not fetched from inside: %s', async (picture) => {
    expect(await pictureOf(await signedUp(citizen(picture), { takesPicture: true }))).toBe(false);
  });

  it('goes with the account in the moment it is deleted', async () => {
    const me = await signedUp(drawn().person, { takesPicture: true });
    expect(await pictureOf(me)).toBe(true);
    expect((await me.post('/api/account/deletion', { now: false })).status).toBe(200);
    expect(await world.database.query('select from accounts.picture')).toEqual([]);
  });
});
