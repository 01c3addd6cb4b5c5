import { pngWith } from '../../src/accounts/pictures/pictures.fixture.js';
import { CLIENT, Issuer } from '../medium/accounts/issuer.js';
import { AtBrowser } from '../support/at-browser.js';
import { Chromium, inABrowser } from '../support/browser.js';
import { PASSWORD, World } from '../support/world.js';

const nora = { sub: 'nora', email: 'nora@nordlys.example', email_verified: true, name: 'Nora Lys' };

inABrowser('somebody with an account at another place, at a browser', () => {
  let issuer: Issuer;
  let world: World;
  let chromium: Chromium;
  let me: AtBrowser;

  beforeAll(async () => {
    issuer = await Issuer.create();
    world = await World.create({ OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_NAME: 'Nordlys', PAGES_INSIDE: new URL(issuer.url).host });
    await issuer.start([`${world.url}/api/session/provider/oidc/callback`]);
    chromium = await Chromium.launch();
    me = new AtBrowser(await chromium.window(world.url));
  });
  afterAll(async () => {
    await chromium.close();
    await issuer.stop();
    await world.destroy();
  });

  it('comes back to the sign-in, in words, when they do not go on there', async () => {
    issuer.present = null;
    await me.go('/sign-in');
    await me.look();
    await me.press('Go on with Nordlys');
    await me.reads('You are not signed in yet');
    await me.look();
    await me.go('/sign-up/finish');
    await me.sees('This sign-up is no longer here');
    await me.look();
  });

  it('may forget it before anything is stored', async () => {
    issuer.present = { ...nora, picture: issuer.draws('nora.png', 'image/png', pngWith('by nobody')) };
    await me.go('/sign-up');
    await me.look();
    await me.press('Go on with Nordlys');
    await me.sees('One more step');
    await me.press('No, forget it');
    await me.page.waitForURL('/');
    expect(await me.statusOf('/api/sign-up')).toBe(404);
    expect(await world.database.query('select from auth."user" where email = $1', [nora.email])).toEqual([]);
  });

  it('says their age, is signed up, and goes where they wanted to go', async () => {
    await me.go('/settings');
    await me.sees('Sign in');
    await me.press('Go on with Nordlys');
    await me.sees('One more step');
    await me.reads(nora.email);
    expect(await me.field('Your name').inputValue()).toBe(nora.name);
    await me.look();
    await me.fill('How old are you?', '15');
    await me.press('Make my account');
    await me.reads('You need to be 16 or older');
    await me.look();
    await me.fill('How old are you?', '31');
    expect(await me.field('Take my picture along').isChecked()).toBe(false);
    await me.field('Take my picture along').check();
    await me.press('Make my account');
    await me.sees('Settings');
  });

  it('[MO05] [MR03] sees the picture they took along and the number they typed, and deletes both', async () => {
    await me.page.locator('header img').waitFor();
    expect(await me.page.evaluate(`document.querySelector('header img').decode().then(() => document.querySelector('header img').naturalWidth)`)).toBe(8);
    await me.go('/settings/profile');
    await me.reads('You took it along from Nordlys. It is shown to nobody but you.');
    await me.fill('Phone number', 'ask me');
    await me.press('Save the number');
    await me.reads('Enter a phone number, such as +47 55 12 34 56');
    await me.fill('Phone number', '+47 55 12 34 56');
    await me.press('Save the number');
    await me.reads('Saved. Your number is +47 55 12 34 56.');
    await me.look();
    await me.press('Delete the number');
    await me.reads('Your number is deleted.');
    await me.press('Delete the picture');
    await me.page.locator('img').first().waitFor({ state: 'detached' });
    expect(await world.database.query('select phone, p as picture from accounts.account a left join accounts.picture p on p.account_id = a.id')).toEqual([{ phone: null, picture: null }]);
  });

  it('without a password shows by a new sign-in that it is still them, then sets one and unlinks the other place', async () => {
    await world.database.moveClock('11 minutes');
    await me.go('/settings/password');
    await me.reads('Sign in again first');
    await me.look();
    await me.follow('Sign in again');
    await me.press('Go on with Nordlys');
    await me.sees('Password');
    await me.fill('New password', PASSWORD);
    await me.press('Set a password');
    await me.reads(/Your password is set/);
    await me.field('Your password now').waitFor();
    await me.go('/settings/sign-ins');
    await me.reads('Other places that sign you in');
    await me.look();
    await me.page.getByRole('button', { name: /^Unlink/ }).click();
    await me.page.getByText('Other places that sign you in').waitFor({ state: 'detached' });
    await me.signOut();
    await me.givePassword(nora.email, PASSWORD);
    await me.sees('Your practice');
  });

  it('meets no serious barrier and no error', () => {
    expect(me.barriersMet).toEqual([]);
    expect(chromium.faults).toEqual([]);
  });
});
