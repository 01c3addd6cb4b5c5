import { AtBrowser } from '../support/at-browser.js';
import { Chromium, inABrowser } from '../support/browser.js';
import { appCode } from '../support/second-factor.js';
import { PASSWORD, World } from '../support/world.js';

const EMAIL = 'ada@example.com';

inABrowser('somebody who wants a second factor, at a browser', () => {
  let world: World;
  let chromium: Chromium;
  let ada: AtBrowser;
  let secret = '';
  let recoveryCodes: string[] = [];

  const codesShown = async (): Promise<string[]> =>
    (await ada.page.getByRole('main').getByRole('listitem').allInnerTexts()).filter((text) => /^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/.test(text));
  const secretShown = async (): Promise<string> => (await ada.page.locator('code').first().innerText()).replaceAll(' ', '');

  beforeAll(async () => {
    world = await World.create();
    await world.candidate(EMAIL);
    chromium = await Chromium.launch();
    ada = new AtBrowser(await chromium.window(world.url));
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('turns it on with an app that reads the picture or the text, and keeps the recovery codes', async () => {
    await ada.givePassword(EMAIL, PASSWORD);
    await ada.sees('Your practice');
    await ada.go('/settings/second-factor');
    await ada.reads(/It is off/);
    await ada.look();
    await ada.press('Set it up');
    await ada.page.getByRole('img', { name: /QR code/ }).waitFor();
    secret = await secretShown();
    await ada.look();
    await ada.press('Turn it on');
    await ada.reads('Enter the code');
    await ada.fill('Code from the app', '12');
    await ada.press('Turn it on');
    await ada.reads(/Check the code/);
    await ada.look();
    await ada.fill('Code from the app', appCode(secret));
    await ada.press('Turn it on');
    await ada.page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    recoveryCodes = await codesShown();
    expect(recoveryCodes).toHaveLength(10);
    await ada.look();
    await ada.press('I have kept them');
    await ada.reads('Your second factor is on');
    await ada.reads(/10 recovery codes left/);
    await ada.look();
    await ada.signOut();
  });

  it('is asked for the code after the password, also after a reload, and signs in with it', async () => {
    await ada.givePassword(EMAIL, PASSWORD);
    await ada.sees('Second step');
    expect(await ada.statusOf('/api/account')).toBe(401);
    await ada.look();
    await ada.page.reload();
    await ada.press('Sign in');
    await ada.reads('Enter the code');
    await ada.fill('Code', '000 000');
    await ada.press('Sign in');
    await ada.reads(/Check the code/);
    await ada.look();
    await ada.fill('Code', appCode(secret, 1));
    await ada.press('Sign in');
    await ada.sees('Your practice');
    await ada.signOut();
  });

  it('signs in with a recovery code when the phone is lost', async () => {
    await ada.givePassword(EMAIL, PASSWORD);
    await ada.sees('Second step');
    await ada.fill('Code', (recoveryCodes[0] ?? '').toLowerCase());
    await ada.press('Sign in');
    await ada.sees('Your practice');
    await ada.go('/settings/second-factor');
    await ada.reads(/9 recovery codes left/);
  });

  it('has new recovery codes and turns it off, each with a code', async () => {
    await ada.fill('Code from your app', 'nonsense');
    await ada.press('Make new codes');
    await ada.reads(/Check the code/);
    await ada.look();
    await ada.fill('Code from your app', recoveryCodes[1] ?? '');
    await ada.press('Make new codes');
    await ada.page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    const [renewed = ''] = await codesShown();
    expect(recoveryCodes).not.toContain(renewed);
    await ada.press('I have kept them');
    await ada.fill('Code from your app, or a recovery code', renewed);
    await ada.press('Turn it off');
    await ada.reads(/It is off/);
    await ada.signOut();
    await ada.givePassword(EMAIL, PASSWORD);
    await ada.sees('Your practice');
  });

  it('as an operator is led to set one up, and then to where it was going', async () => {
    await world.database.query(`update accounts.account a set roles = array['candidate', 'operator'] from auth."user" u where u.id = a.id and u.email = $1`, [EMAIL]);
    await ada.signOut();
    await ada.go('/operator/mails');
    await ada.fill('E-mail address', EMAIL);
    await ada.fill('Password', PASSWORD);
    await ada.press('Sign in');
    await ada.sees('Second factor');
    await ada.reads('Your role needs a second factor');
    expect(await ada.statusOf('/api/operations/status')).toBe(403);
    await ada.look();
    await ada.press('Set it up');
    await ada.page.getByRole('img', { name: /QR code/ }).waitFor();
    await ada.fill('Code from the app', appCode(await secretShown()));
    await ada.press('Turn it on');
    await ada.press('I have kept them');
    await ada.sees('Mails');
  });

  it('is told to begin again when the first step is too long ago', async () => {
    await ada.signOut();
    await ada.givePassword(EMAIL, PASSWORD);
    await ada.sees('Second step');
    await world.database.moveClock('11 minutes');
    await ada.fill('Code', '123456');
    await ada.press('Sign in');
    await ada.reads('The first step is too long ago');
    await ada.look();
    await ada.follow('Sign in');
    await ada.sees('Sign in');
  });

  it('meets no serious barrier, no error, and no page that asks another host for anything', () => {
    expect(ada.barriersMet).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
