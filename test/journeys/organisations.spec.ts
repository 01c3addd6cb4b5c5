import { AtBrowser, mailArriving } from '../support/at-browser.js';
import { Chromium, inABrowser } from '../support/browser.js';
import { PASSWORD, World } from '../support/world.js';

const GRACE = 'grace@acme-tests.com';
const COLLEAGUE = 'alan@elsewhere-tests.org';
const LONG_NAME = 'Gesellschaft für außerordentlich gründliche Personalvermittlung und Unternehmensberatung mit beschränkter Haftung';

inABrowser('those who hire, at a browser and at a phone', () => {
  let world: World;
  let chromium: Chromium;
  let grace: AtBrowser;
  let alan: AtBrowser;

  beforeAll(async () => {
    const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
    world = await World.create();
    await world.candidate(COLLEAGUE);
    await world.candidate('operator@example.com');
    await world.app.get(JobsRuntime).start();
    chromium = await Chromium.launch();
    grace = new AtBrowser(await chromium.window(world.url));
    alan = new AtBrowser(await chromium.window(world.url, 390));
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('sign up as anybody does, and may search at once when their address is at the domain of their organisation', async () => {
    await grace.go('/');
    await grace.follow('I am hiring');
    await grace.sees('Make an account');
    await grace.look();
    await grace.fill('Your name', 'Grace Hopper');
    await grace.fill('Work e-mail address', GRACE);
    await grace.fill('Password', PASSWORD);
    await grace.fill('How old are you?', '38');
    await grace.press('Sign up');
    await grace.sees('Check your mail');
    const mail = await mailArriving(world, GRACE, /Confirm your/);
    await grace.go(mail.link);
    await grace.fill('Password', PASSWORD);
    await grace.press('Confirm my address');
    await grace.sees('Sign in');
    await grace.fill('E-mail address', GRACE);
    await grace.fill('Password', PASSWORD);
    await grace.press('Sign in');
    await grace.sees('For whom do you hire?');
    await grace.look();
    await grace.press('Make the organisation');
    await grace.reads('Enter the name of your organisation');
    await grace.look();
    await grace.fill('Name of your organisation', 'Acme');
    await grace.page.getByLabel('We hire for our clients').check();
    await grace.press('Make the organisation');
    await grace.sees('Acme');
    await grace.reads(/Approved/);
    await grace.reads('Verified by the address of an owner');
    expect(await grace.statusOf('/api/talent')).toBe(200);
    await grace.look();
  });

  it('name their clients, as an agency', async () => {
    await grace.fill('Name of the client', 'Globex');
    await grace.fill('Its web domain', 'co.uk');
    await grace.press('Add the client');
    await grace.reads('Enter the domain alone, such as acme.com.');
    await grace.fill('Its web domain', 'www.globex-tests.co.uk');
    await grace.press('Add the client');
    await grace.reads('globex-tests.co.uk');
    expect(await grace.field('Name of the client').inputValue()).toBe('');
    await grace.look();
  });

  it('invite a colleague, who joins at a phone with the address the mail came to', async () => {
    await grace.fill('E-mail address of your colleague', COLLEAGUE);
    await grace.press('Send the invitation');
    await grace.reads(`An invitation is on its way to ${COLLEAGUE}`);
    await grace.look();
    const { link } = await mailArriving(world, COLLEAGUE, /invites you/);
    await alan.go(link);
    await alan.sees('A colleague invites you');
    await alan.look();
    await alan.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await alan.fill('E-mail address', COLLEAGUE);
    await alan.fill('Password', PASSWORD);
    await alan.press('Sign in');
    await alan.reads(/wants to work with you here/);
    await alan.look();
    await alan.press('Join Acme');
    await alan.sees('Acme');
    await alan.reads('Grace Hopper');
    await alan.look();
    await grace.page.reload();
    await grace.reads(/alan@elsewhere-tests\.org/);
    await alan.go(link);
    await alan.reads('This invitation does not work here');
    await alan.look();
  });

  it('change what a colleague may do, and let them go', async () => {
    await grace.page.getByRole('button', { name: 'Change the roles of Ada Example' }).click();
    await grace.page.getByRole('dialog').getByLabel('Billing').check();
    await grace.look();
    await grace.press('Save the roles');
    await grace.reads('Recruiter and billing');
    await grace.page.getByRole('button', { name: 'Remove Ada Example' }).click();
    await grace.look();
    await grace.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await grace.page.getByRole('button', { name: 'Delete the organisation' }).waitFor();
    expect(await alan.statusOf('/api/organisation')).toBe(401);
  });

  it('wait for the operator when their address shows nothing, and read in their notes how it went', async () => {
    await alan.go('/sign-in');
    await alan.fill('E-mail address', COLLEAGUE);
    await alan.fill('Password', PASSWORD);
    await alan.press('Sign in');
    await alan.sees('Your practice');
    await alan.go('/organisation/new');
    await alan.fill('Name of your organisation', LONG_NAME);
    await alan.fill('Its web domain', 'gründlich-tests.com');
    await alan.press('Make the organisation');
    await alan.reads('The operator looks at your organisation');
    await alan.look();
    const operator = new AtBrowser(await chromium.window(world.url));
    await operator.givePassword('operator@example.com', PASSWORD);
    await operator.sees('Your practice');
    await world.database.query(`update accounts.account a set roles = array['candidate', 'operator'] from auth."user" u where u.id = a.id and u.email = 'operator@example.com'`);
    await world.database.query(`insert into accounts.second_factor (account_id, sealed_secret, confirmed_at) select id, 'sealed', clock.now() from auth."user" where email = 'operator@example.com'`);
    await operator.go('/operator/organisations?state=pending');
    await operator.reads('Owners have mail at elsewhere-tests.org');
    await operator.look();
    await operator.page.getByRole('button', { name: /^Refuse/ }).click();
    await operator.page.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click();
    await operator.reads('Say why, in a sentence.');
    await operator.look();
    await operator.fill('The reason, as its owners read it', 'The domain belongs to somebody else.');
    await operator.page.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click();
    await operator.reads('There are none.');
    await alan.page.reload();
    await alan.reads('The domain belongs to somebody else.');
    await alan.page.getByRole('link', { name: 'Your notes, 3 new' }).click();
    await alan.sees('Your notes');
    await alan.reads(/was not approved/);
    await alan.look();
    await alan.page.getByRole('link', { name: 'Your notes', exact: true }).waitFor();
    expect(operator.barriersMet).toEqual([]);
  });

  it('choose which mails they get', async () => {
    await alan.go('/settings/mails');
    await alan.page.getByText('New matches').click();
    await alan.reads('Kept.');
    await alan.look();
    await alan.page.reload();
    await alan.sees('Mails');
    expect(await alan.page.getByRole('checkbox', { name: /New matches/ }).isChecked()).toBe(false);
  });

  it('meet no serious barrier, no error, and no page that asks another host for anything', () => {
    expect([...grace.barriersMet, ...alan.barriersMet]).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
