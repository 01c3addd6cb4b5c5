import { type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { accountOf, earned, issued } from '../support/certificates.js';
import { listedCandidate, share } from '../support/listed-candidate.js';
import { until } from '../support/until.js';
import { type Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';
import { heading, press, windowOf } from './invited-stage.js';

inABrowser('somebody who earned a certificate', () => {
  let world: World;
  let chromium: Chromium;
  let ada: Visitor;
  let page: Page;
  let stranger: Page;
  let interviewId = '';
  /** The address of the certificate, and of the one in its place. */
  let first = '';
  let second = '';
  const found: string[] = [];
  const look = async (at: Page): Promise<void> => void found.push(...(await barriers(at)));
  const widths: string[] = [];
  const onAPhone = async (at: Page): Promise<void> => {
    const by = await sticksOut(at);
    if (by > 0) widths.push(`${at.url()}: ${by}`);
  };

  beforeAll(async () => {
    const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
    world = await World.create();
    ada = await world.candidate('ada@example.com');
    ({ interviewId } = await earned(world, await accountOf(ada), { score: '8.04', video: true }));
    await world.app.get(JobsRuntime).start();
    chromium = await Chromium.launch();
    [page, stranger] = await Promise.all([windowOf(chromium, world, ada), chromium.window(world.url)]);
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('[MO10] is offered one by the report, chooses name and video, sees what others will see, and has it made', async () => {
    await page.goto(`/interviews/${interviewId}/report`);
    await page.getByRole('link', { name: 'Look at your certificate' }).click();
    await heading(page, 'Your certificate');
    const preview = page.frameLocator('iframe[title="What the public will see"]');
    await preview.getByText('Ada Example').first().waitFor();
    await page.getByLabel('Your name on the certificate').fill('Ada 漢字');
    await page.getByText(/We cannot print/).waitFor();
    await press(page, 'Issue my certificate');
    await until('the focus is where something is wrong', () => page.evaluate<boolean>('document.activeElement.autocomplete === "name"'));
    await page.getByText('It is shown again as soon as the name can stand on it.').waitFor();
    await page.getByLabel('Your name on the certificate').fill('Ada Exampel');
    await preview.getByText('Ada Exampel').first().waitFor();
    await press(page, 'Issue my certificate');
    await page.getByText('You chose a video and did not allow it').waitFor();
    await page.getByRole('switch', { name: 'Put this video into my certificate' }).click();
    await page.getByRole('switch', { name: 'Put this video into my certificate', checked: true }).waitFor();
    await page.getByRole('switch', { name: 'Anybody with the link can see it' }).click();
    await page.getByRole('switch', { name: 'Anybody with the link can see it', checked: true }).waitFor();
    await look(page);
    await onAPhone(page);
    await press(page, 'Issue my certificate');
    await page.getByRole('heading', { name: 'Who sees it' }).waitFor();
    first = (await page.getByRole('link', { name: /\/c\// }).getAttribute('href')) ?? '';
    await look(page);
    await onAPhone(page);
  });

  it('is seen by whoever has the link: who, for what, how well, judged by whom, with the video and its captions, and without any script', async () => {
    const plain = await chromium.window(world.url);
    await plain.context().route(/\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    expect((await plain.goto(first))?.status()).toBe(200);
    await heading(plain, /Ada Exampel/);
    for (const said of [/8\.04/, /Software engineer/, /built-in evaluator/i, /days left/]) await plain.getByText(said).first().waitFor();
    await until('the clip can be played', () => plain.evaluate<boolean>('document.querySelector("video").readyState > 0'));
    expect(await plain.evaluate<string>('document.querySelector("track").src')).toContain('captions');
    await look(plain);
    await onAPhone(plain);
    await plain.goto(`${first}/embed`);
    await plain.getByText('Ada Exampel').first().waitFor();
    await look(plain);
    await plain.context().close();
  });

  it('is checked by anybody: what it was made as holds, and what was changed does not', async () => {
    await stranger.goto(first);
    await stranger.getByRole('link', { name: 'Check it yourself' }).click();
    await heading(stranger, 'Check a certificate');
    await stranger.getByRole('heading', { name: 'Valid', exact: true }).waitFor();
    await look(stranger);
    await onAPhone(stranger);
    const paper = await page.request.get(`${await pathOfCertificate()}/files/pdf_a4`);
    const bytes = await paper.body();
    await stranger.getByLabel(/Choose a certificate/).setInputFiles({ name: 'certificate.pdf', mimeType: 'application/pdf', buffer: bytes });
    await stranger.getByText(/The file is the one that was made here/).waitFor();
    const credential = await (await page.request.get(`${await pathOfCertificate()}/files/credential_json`)).text();
    await stranger.getByLabel('Or paste a link or a credential').fill(credential.replace('Ada Exampel', 'Eve Exampel'));
    await press(stranger, 'Check it');
    await stranger.getByRole('heading', { name: 'Changed after it was made' }).waitFor();
    await look(stranger);
    await stranger.getByLabel('Or paste a link or a credential').fill('Trust me.');
    await press(stranger, 'Check it');
    await stranger.getByRole('heading', { name: 'Not a certificate' }).waitFor();
  });

  it('hides it and shows it again, and reads how often it was opened', async () => {
    await page.reload();
    await page.getByRole('heading', { name: 'Views' }).waitFor();
    await page.getByText(/Its page was opened \d+ times?\./).waitFor();
    await page.getByRole('switch', { name: 'Anybody with the link can see it' }).click();
    await page.getByText('Nobody but you sees it.').waitFor();
    expect((await stranger.goto(first))?.status()).toBe(410);
    await look(stranger);
    await stranger.goto(`/verify?link=${encodeURIComponent(first)}`);
    await stranger.getByRole('heading', { name: 'Suspended' }).waitFor();
    await page.getByRole('switch', { name: 'Anybody with the link can see it' }).click();
    await page.getByRole('switch', { name: 'Anybody with the link can see it', checked: true }).waitFor();
    expect((await stranger.goto(first))?.status()).toBe(200);
  });

  it('corrects the name: there is a new one, and the old one says that it is revoked', async () => {
    await page.getByRole('button', { name: /^Correct the name/ }).click();
    await page.getByRole('dialog').getByLabel('Your name on the certificate').fill('Ada Example');
    await press(page, 'Make the corrected one');
    // The new one takes a copy of the video along, which needs a yes of its own; so does being seen.
    await page.getByRole('dialog').getByRole('switch', { name: 'Put this video into my certificate' }).click();
    await look(page);
    await press(page, 'Make the corrected one');
    await page.getByText('Nobody but you sees it.').waitFor();
    await page.getByRole('switch', { name: 'Anybody with the link can see it' }).click();
    await until('the new one has a page', async () => {
      const link = await page.getByRole('link', { name: /\/c\// }).getAttribute('href', { timeout: 1000 }).catch(() => null);
      return link !== null && link !== first && (second = link);
    });
    expect((await stranger.goto(second))?.status()).toBe(200);
    await heading(stranger, /Ada Example/);
    await stranger.goto(first);
    await stranger.getByText(/revoked/i).first().waitFor();
    await look(stranger);
  });

  it('is found by recruiters by it, if that is shared', async () => {
    const { visitor } = await world.recruiter();
    const holder = await listedCandidate(world, { shares: ['certificate'], headline: 'Holds one' });
    await issued(world, holder.accountId);
    await share(world, holder.accountId, ['certificate']);
    const recruiter = await windowOf(chromium, world, visitor);
    await recruiter.goto('/talent');
    await recruiter.getByRole('button', { name: /^Has a valid certificate/ }).click();
    await recruiter.getByText(/Certificate valid until/).waitFor();
    await recruiter.getByRole('link', { name: /\d{3}$/ }).first().click();
    await recruiter.getByRole('heading', { name: 'Certificate', exact: true }).waitFor();
    await look(recruiter);
  });

  it('takes the video back, which revokes the certificate at once', async () => {
    await page.getByRole('switch', { name: 'Put this video into my certificate' }).click();
    await page.getByText('You took the video back that was part of it.').waitFor();
    await look(page);
    await stranger.goto(second);
    await stranger.getByText(/revoked/i).first().waitFor();
    await page.goto('/certificates');
    await heading(page, 'Certificates');
    await page.getByText('Revoked').first().waitFor();
    await look(page);
    await onAPhone(page);
  });

  it('met no barrier, nothing too wide, nothing from elsewhere, and nothing that went wrong in a page', () => {
    expect({ found, widths, foreign: chromium.foreignRequests, faults: chromium.faults }).toEqual({ found: [], widths: [], foreign: [], faults: [] });
  });

  const pathOfCertificate = async (): Promise<string> => {
    const { certificates } = (await ada.get('/api/certificates')).body as { certificates: { id: string }[] };
    return `${world.url}/api/certificates/${certificates[0]?.id ?? ''}`;
  };
});
