import { type ArrivedMail, AtBrowser, mailArriving } from '../support/at-browser.js';
import { Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { PASSWORD, World } from '../support/world.js';

const EMAIL = 'ada@example.com';
const NEW_EMAIL = 'ada.lovelace@example.com';
const LONG_NAME = `Adelheid ${'Maximiliane '.repeat(8)}von Hohenfels-Wolkenstein`;
const SECOND_PASSWORD = 'four very quiet words';

inABrowser('somebody with an account, at a browser and at a phone', () => {
  let world: World;
  let chromium: Chromium;
  let ada: AtBrowser;
  let phone: AtBrowser;
  let firstMail: ArrivedMail;

  beforeAll(async () => {
    const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
    world = await World.create();
    await world.candidate(EMAIL);
    await world.app.get(JobsRuntime).start();
    chromium = await Chromium.launch();
    ada = new AtBrowser(await chromium.window(world.url));
    phone = new AtBrowser(await chromium.window(world.url, 390));
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('signs in by the button behind a mailed link, once', async () => {
    await ada.go('/sign-in');
    await ada.look();
    await ada.follow('Mail me a link instead');
    await ada.sees('Sign in by mail');
    await ada.press('Mail me a link');
    await ada.reads('Enter an e-mail address');
    await ada.look();
    await ada.fill('E-mail address', EMAIL);
    await ada.press('Mail me a link');
    await ada.sees('Check your mail');
    await ada.reads(EMAIL);
    await ada.look();
    firstMail = await mailArriving(world, EMAIL, /link to sign in/);
    await ada.follow('Open the built-in inbox');
    await ada.follow(/Your link to sign in/);
    await ada.follow(/sign-in\/link/);
    await ada.sees('Sign in by mail');
    await ada.look();
    await ada.press('Sign me in');
    await ada.sees('Your practice');
    await ada.go(firstMail.link);
    await ada.press('Sign me in');
    await ada.reads('This link does not work any more');
    await ada.look();
    await ada.go('/practice');
    await ada.signOut();
  });

  it('types the code when the mail is read on the phone, where the link says whose it is', async () => {
    await ada.go('/sign-in/mail');
    await ada.fill('E-mail address', EMAIL);
    await ada.press('Mail me a link');
    await ada.sees('Check your mail');
    const { link, code } = await mailArriving(world, EMAIL, /link to sign in/, firstMail);
    await phone.go(link);
    await phone.press('Sign me in');
    await phone.reads('This link belongs to another browser');
    await phone.look();
    await ada.press('Sign in');
    await ada.reads('Enter the code');
    await ada.fill('Code from the mail', 'AAAA-AAAA');
    await ada.press('Sign in');
    await ada.reads(/Check the code/);
    await ada.look();
    await ada.fill('Code from the mail', code.toLowerCase().replace('-', ' '));
    await ada.press('Sign in');
    await ada.sees('Your practice');
    await ada.signOut();
  });

  it('sets a new password from a mailed link, which ends every sign-in', async () => {
    await phone.givePassword(EMAIL, PASSWORD);
    await phone.sees('Your practice');
    await ada.go('/sign-in');
    await ada.fill('E-mail address', EMAIL);
    await ada.follow('Forgotten your password?');
    await ada.sees('Set a new password');
    expect(await ada.field('E-mail address').inputValue()).toBe(EMAIL);
    await ada.fill('E-mail address', 'no address');
    await ada.press('Mail me the link');
    await ada.reads('Enter an e-mail address');
    await ada.look();
    await ada.fill('E-mail address', EMAIL);
    await ada.press('Mail me the link');
    await ada.sees('Check your mail');
    await ada.look();
    const { link } = await mailArriving(world, EMAIL, /new password/);
    await ada.go(link);
    await ada.sees('Set a new password');
    await ada.fill('New password', 'too short');
    await ada.press('Set the new password');
    await ada.reads(/Use at least 12 characters/);
    await ada.look();
    await ada.fill('New password', SECOND_PASSWORD);
    await ada.press('Set the new password');
    await ada.sees('Sign in');
    await ada.reads(/all your sign-ins have ended/);
    await phone.go('/settings');
    await phone.sees('Sign in');
    await ada.go(link);
    await ada.fill('New password', PASSWORD);
    await ada.press('Set the new password');
    await ada.reads('This link does not work any more');
    await ada.look();
    await ada.givePassword(EMAIL, SECOND_PASSWORD);
    await ada.sees('Your practice');
  });

  it('sees where it is signed in and ends the phone, which is signed out at its next step and comes back to it', async () => {
    const signIns = ada.page.getByRole('listitem').filter({ hasText: 'Chrome' });
    await phone.givePassword(EMAIL, SECOND_PASSWORD);
    await phone.sees('Your practice');
    await ada.go('/settings');
    await ada.sees('Settings');
    await ada.look();
    await ada.follow(/^Sign-ins/);
    await ada.reads('this one');
    expect(await signIns.count()).toBe(2);
    await ada.look();
    await ada.page.getByRole('button', { name: /^End the sign-in/ }).click();
    await ada.reads('Ended. Nobody can go on with it.');
    await signIns.nth(1).waitFor({ state: 'detached' });
    await phone.follow('Settings');
    await phone.follow(/^Name and e-mail/);
    await phone.sees('Sign in');
    await phone.fill('E-mail address', EMAIL);
    await phone.fill('Password', SECOND_PASSWORD);
    await phone.press('Sign in');
    await phone.sees('Name and e-mail');
    await ada.page.reload();
    await ada.press('End all others');
    await ada.reads('Ended. Nobody can go on with it.');
    expect(await phone.statusOf('/api/account')).toBe(401);
  });

  it('changes its name, however long, and its password against the one before', async () => {
    await ada.go('/settings/profile');
    await ada.look();
    await ada.fill('Name', '  ');
    await ada.press('Save the name');
    await ada.reads('Enter your name');
    await ada.fill('Name', LONG_NAME);
    await ada.press('Save the name');
    await ada.reads(`Saved. You are ${LONG_NAME} from now on.`);
    await ada.look();
    await ada.page.setViewportSize({ width: 390, height: 800 });
    expect(await sticksOut(ada.page)).toBe(0);
    await ada.look();
    await ada.page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
    await ada.sees('Settings');
    await ada.page.setViewportSize({ width: 1280, height: 900 });
    await ada.follow(/^Password/);
    await ada.fill('Your password now', 'not the password');
    await ada.fill('New password', PASSWORD);
    await ada.press('Change the password');
    await ada.reads('That is not your password.');
    await ada.look();
    await ada.fill('Your password now', SECOND_PASSWORD);
    await ada.press('Change the password');
    await ada.reads(/Your password is set/);
    await ada.look();
  });

  it('changes its address once both mailboxes have said yes', async () => {
    await ada.go('/settings/profile');
    await ada.fill('New e-mail address', EMAIL);
    await ada.press('Change the address');
    await ada.reads('That is your address already.');
    await ada.look();
    await ada.fill('New e-mail address', NEW_EMAIL);
    await ada.press('Change the address');
    await ada.reads('A change waits for you');
    expect(await ada.page.getByText('not confirmed yet').count()).toBe(2);
    await ada.look();
    const inNewMailbox = await mailArriving(world, NEW_EMAIL, /new address/);
    const inOldMailbox = await mailArriving(world, EMAIL, /address changing/);
    await phone.go(inNewMailbox.link);
    await phone.sees('Change your address');
    await phone.look();
    await phone.press('Confirm the change');
    await phone.reads('Confirmed here');
    await phone.look();
    await ada.page.reload();
    await ada.reads('A change waits for you');
    expect(await ada.page.getByText('not confirmed yet').count()).toBe(1);
    await ada.go(inOldMailbox.link);
    await ada.press('Confirm the change');
    await ada.reads('Your address is changed');
    await phone.go('/');
    await phone.go(inNewMailbox.link);
    await phone.press('Confirm the change');
    await phone.reads('This link does not work any more');
    await ada.follow('Go to your profile');
    await ada.reads(NEW_EMAIL);
  });

  it('makes a token that a program can use until the sign-in ends', async () => {
    await ada.go('/settings/api-access');
    await ada.press('Make a token');
    await ada.reads(/Your token works until/);
    await ada.look();
    const token = await ada.page.locator('code').first().innerText();
    const asProgram = () => fetch(`${world.url}/api/interviews`, { headers: { authorization: `Bearer ${token}` } });
    expect((await asProgram()).status).toBe(200);
    await ada.signOut();
    expect((await asProgram()).status).toBe(401);
  });

  it('[IM11] deletes the account under Settings, Account, after the proof that it is the same person', async () => {
    await ada.givePassword(NEW_EMAIL, PASSWORD);
    await ada.sees('Your practice');
    await world.database.moveClock('11 minutes');
    await ada.go('/settings');
    await ada.follow(/^Account/);
    await ada.reads(/After 30 days/);
    await ada.look();
    await ada.press('Delete my account');
    await ada.reads(/Tick the box/);
    await ada.look();
    await ada.fill('Your password', 'not the password');
    await ada.page.getByLabel(/^Yes, delete the account/).check();
    await ada.press('Delete my account');
    await ada.reads('That is not your password.');
    await ada.fill('Your password', PASSWORD);
    await ada.press('Delete my account');
    await ada.sees('Your account is closed');
    await ada.reads(/is deleted by/);
    await ada.look();
    expect(await ada.statusOf('/api/account')).toBe(401);
    await ada.givePassword(NEW_EMAIL, PASSWORD);
    await ada.reads(/do not belong together/);
  });

  it('deletes everything at once for whoever does not want to wait', async () => {
    const email = 'brief@example.com';
    await ada.go('/sign-up');
    await ada.fill('Your name', 'Bea Brief');
    await ada.fill('E-mail address', email);
    await ada.fill('Password', PASSWORD);
    await ada.fill('How old are you?', '16');
    await ada.press('Sign up');
    await ada.sees('Check your mail');
    await ada.go((await mailArriving(world, email, /Confirm/)).link);
    await ada.fill('Password', PASSWORD);
    await ada.press('Confirm my address');
    await ada.sees('Sign in');
    await ada.givePassword(email, PASSWORD);
    await ada.sees('Your practice');
    // What the page began to read before is refused while it is on its way to the next one.
    const deleted = ada.page.waitForResponse('**/api/account/deletion');
    await ada.page.route('**/api/notes', async (route) => { await deleted; await route.continue(); });
    await ada.go('/settings/account');
    await ada.page.getByLabel('Delete everything at once').check();
    await ada.page.getByLabel(/^Yes, delete the account/).check();
    await ada.press('Delete my account');
    await ada.sees('Your account is closed');
    await ada.reads(/All that we held of you is deleted/);
    expect(await world.database.query('select from auth."user" where email = $1', [email])).toEqual([]);
  });

  it('meets no serious barrier, no error, and no page that asks another host for anything', () => {
    expect([...ada.barriersMet, ...phone.barriersMet]).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
