import { randomUUID } from 'node:crypto';
import { allowed, mailedToken, ok, type Stage, tokenTo } from './canary-stage.js';
import { goodAnswerTo } from './good-answers.js';
import { publishedTemplate } from './invited.js';
import { chunksOf } from './media/samples.js';
import { pdf } from './sample-resumes.js';
import { until } from './until.js';
import { type Visitor } from './visitor.js';

/** Everything somebody can do here without looking at a page, and everything others do to them; each with words that are found again. */
export async function livesOn(stage: Stage): Promise<void> {
  await knocks(stage);
  await comesInOtherWays(stage);
  await tellsOfThemself(stage);
  await triesAgain(stage);
  const interviewId = await speaks(stage);
  await earnsCertificate(stage, interviewId);
  await isFound(stage);
  await isInvited(stage);
  await pays(stage);
  await asksForTheirRights(stage);
}

/** What is refused, or was never meant for us: a wrong password, a body that does not fit, words in an address. */
async function knocks({ product, canary, recruiter }: Stage): Promise<void> {
  const { email, name, phrase, password } = canary;
  const refused = [
    await recruiter.post('/api/session', { email, password: `${password} mistyped` }),
    await recruiter.post('/api/accounts', { name, email: `${phrase} ${email}`, password, age: 'old' }),
    await recruiter.post('/api/accounts', { name, email, password, age: 12 }),
    await recruiter.get(`/api/talent?place=${phrase}&minScore=${phrase}`),
    await recruiter.send('POST', '/api/session', `{"email":"${email}", ${phrase}`, { 'content-type': 'application/json' }),
    await recruiter.post('/api/minor-reports', { about: `${product.url}/c/${phrase}`, why: '' }),
  ];
  const codes = refused.map(({ status }) => status);
  if (codes.some((status) => status < 400 || status > 499)) throw new Error(`Not all of it was refused: ${codes.join()}`);
  ok(await recruiter.get(`/api/talent?place=${canary.place}&text=${phrase}`));
  for (const path of [`/people/${email}`, `/api/people/${encodeURIComponent(name)}`]) await recruiter.get(path);
}

/** By a mailed link, with a token for a program, with a new name, and with another address for a while. */
async function comesInOtherWays(stage: Stage): Promise<void> {
  const { me, canary, product } = stage;
  ok(await me.post('/api/session/link-mail', { email: canary.email }));
  await mailedToken(stage, canary.email, /link to sign in/);
  ok(await me.post('/api/password-resets', { email: canary.email }));
  await mailedToken(stage, canary.email, /new password/);
  const { token } = ok<{ token: string }>(await me.post('/api/tokens'));
  const asProgram = await fetch(`${product.url}/api/interviews?of=${canary.phrase}`, { headers: { authorization: `Bearer ${canary.token('the token of a program', token)}` } });
  if (!asProgram.ok) throw new Error(`A program is not let in: ${asProgram.status}`);
  for (const name of [`${canary.givenName} ${canary.phrase} ${canary.familyName}`, canary.name]) ok(await me.send('PATCH', '/api/account', JSON.stringify({ name, phone: canary.phone }), { 'content-type': 'application/json' }));
  ok(await me.post('/api/account/email', { email: `new.${canary.email}`, password: canary.password }));
  await mailedToken(stage, `new.${canary.email}`, /new address/);
  ok(await me.delete('/api/account/email'));
}

async function tellsOfThemself(stage: Stage): Promise<void> {
  const { me, canary } = stage;
  await allowed(stage, 'resume_keeping');
  ok(await me.putFile('/api/resume', await resumeOf(stage)));
  ok(await me.post('/api/assessments', { roleId: 'software-engineer', description: `We look for somebody in ${canary.place} who knows TypeScript, PostgreSQL and ${canary.phrase}.` }));
  ok(await me.put('/api/candidate-profile', {
    headline: `Keeps ${canary.phrase} reliable`, roleTitle: 'Software engineer', levelId: 'mid', skills: ['TypeScript', 'PostgreSQL', canary.phrase],
    place: canary.place, country: 'NO', remote: 'hybrid', languages: ['en'], availability: 'now',
  }));
  ok(await me.put('/api/visibility/blocks', { domains: [`${canary.familyName}.com`.toLowerCase()], organisationIds: [] }));
}

function resumeOf({ canary }: Stage): Promise<Buffer> {
  return pdf((doc) => {
    doc.text(canary.name).text(`${canary.email} · ${canary.phone} · ${canary.place}`).text('Experience');
    doc.text(`Senior Software Engineer, 2017 to today. Moved the ${canary.phrase} from MySQL to PostgreSQL in TypeScript, with Docker and Kubernetes, tests and code review.`);
    doc.text('Skills: TypeScript, PostgreSQL, Kubernetes, Docker, Redis, Kafka, SQL, Git');
  }, { info: { Title: `${canary.name}, ${canary.phrase}` } });
}

/** One more go at the first question of the interview they took with a coach. */
async function triesAgain({ me, canary }: Stage): Promise<void> {
  const { items } = ok<{ items: { id: string }[] }>(await me.get('/api/interviews'));
  ok(await me.post(`/api/interviews/${items[0]?.id}/answers/1/attempts`, { text: `I would move the ${canary.phrase} again, in the daytime, and tell the team first, because nights are for sleeping.` }));
}

/** An interview without help whose first answer is spoken, and kept as a video. */
async function speaks(stage: Stage): Promise<string> {
  const { me, canary } = stage;
  const { id } = ok<{ id: string }>(await me.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 5, mode: 'live', answerKind: 'video', jobDescription: `About the ${canary.phrase}.`, goals: `To speak of the ${canary.phrase}.` }));
  await allowed(stage, 'recording', { scope: id });
  await answers(stage, id);
  const takeId = randomUUID();
  ok(await me.post(`/api/interviews/${id}/answers/1/takes`, { takeId, kind: 'video', contentType: 'video/webm;codecs=vp8,opus' }));
  const chunks = chunksOf('video-vp8.webm');
  for (const [seq, chunk] of chunks.entries()) ok(await me.putFile(`/api/recordings/${takeId}/parts/0/chunks/${seq}`, chunk, 'application/octet-stream'));
  ok(await me.post(`/api/recordings/${takeId}/completion`, { parts: [chunks.length] }));
  ok(await me.put(`/api/takes/${takeId}/delivery`, { durationMs: 3000, speech: [[0, 3000]], timings: [{ from: 0, to: 20, startMs: 0, endMs: 3000 }] }));
  await until('the video can be played', async () => ok<{ state: string }>(await me.get(`/api/recordings/${takeId}`)).state === 'ready');
  ok(await me.post(`/api/interviews/${id}/submission`));
  await scored(me, id);
  return id;
}

/** A good answer to each question, with the phrase in it. */
async function answers({ me, rows, canary }: Stage, interviewId: string): Promise<void> {
  const asked = await rows.database.query<{ position: number; id: string }>('select position, question_id as id from interviews.question where interview_id = $1 and follows is null order by position', [interviewId]);
  for (const { position, id } of asked) ok(await me.put(`/api/interviews/${interviewId}/answers/${position}`, { text: `${await goodAnswerTo(id)} It was about the ${canary.phrase}.`, baseRevision: 0 }));
}

const scored = (me: Visitor, id: string): Promise<true> => until('the report is there', async () => ok<{ overall: object }>(await me.get(`/api/interviews/${id}/report`)).overall !== null);

/** With the video of the answer, and with a page for anybody who has the link. */
async function earnsCertificate(stage: Stage, interviewId: string): Promise<void> {
  const { me, canary, product, recruiter } = stage;
  const { clips } = ok<{ clips: { takeId: string }[] }>(await me.get(`/api/interviews/${interviewId}/certificate`));
  const { id } = ok<{ id: string }>(await me.post(`/api/interviews/${interviewId}/certificate`));
  await allowed(stage, 'certificate_clip', { scope: id });
  await allowed(stage, 'public_certificate', { scope: id });
  ok(await me.post(`/api/certificates/${id}/issuing`, { name: canary.name, takeId: clips[0]?.takeId, eventId: randomUUID() }));
  const { url } = await until('it is issued', async () => {
    const certificate = ok<{ state: string; url: string | null }>(await me.get(`/api/certificates/${id}`));
    return certificate.state === 'issued' && certificate.url !== null ? { url: certificate.url } : null;
  });
  ok(await me.post(`/api/certificates/${id}/corrections`, { name: `${canary.name} ${canary.familyName}`, withoutClip: true, eventId: randomUUID() }));
  ok(await recruiter.get(new URL(url, product.url).pathname));
  ok(await recruiter.post('/api/verifications', { text: new URL(url, product.url).href }));
}

/** A recruiter searches, keeps the search, opens the profile, writes about them, and is told who they are. */
async function isFound(stage: Stage): Promise<void> {
  const { me, canary, recruiter } = stage;
  await allowed(stage, 'discovery', { fields: ['headline', 'skills', 'answers', 'availability', 'certificate', 'languages', 'place', 'scores'] });
  const find = async (): Promise<string | null> => ok<{ talent: { talentId: string }[] }>(await recruiter.get(`/api/talent?text=${canary.phrase}`)).talent[0]?.talentId ?? null;
  const talentId = await until('the search finds them', find);
  ok(await recruiter.post('/api/saved-searches', { name: 'PostgreSQL', query: { allSkills: ['PostgreSQL'] }, alerts: true }));
  ok(await recruiter.get(`/api/talent/suggestions?like=${canary.place}`));
  ok(await recruiter.get(`/api/talent/${talentId}`));
  const { id } = ok<{ id: string }>(await recruiter.post('/api/shortlists', { name: 'Search team' }));
  const entry = ok<{ id: string }>(await recruiter.post(`/api/shortlists/${id}/entries`, { talentId }));
  ok(await recruiter.put(`/api/shortlist-entries/${entry.id}/tags`, { tags: [canary.phrase] }));
  ok(await recruiter.post(`/api/shortlist-entries/${entry.id}/notes`, { text: `${canary.name} can be called at ${canary.phone} about the ${canary.phrase}.` }));
  const pay = { min: 5_000_000, max: 6_000_000, currency: 'EUR', per: 'year' };
  const asked = ok<{ id: string }>(await recruiter.post('/api/contact-requests', { talentId, clientId: null, jobTitle: 'Search engineer', pay, message: `Shall we talk about the ${canary.phrase}, ${canary.givenName}?` }));
  ok(await me.post(`/api/contact-requests/mine/${asked.id}/acceptance`, { eventId: randomUUID(), noticeVersion: 1 }));
  ok(await recruiter.post(`/api/contact-requests/${asked.id}/follow-up`));
  ok(await recruiter.post('/api/organisation/invitations', { email: canary.email, roles: ['recruiter'] }));
}

/** An interview they were invited to, handed in, rated, decided, appealed against and shown to a client. */
async function isInvited(stage: Stage): Promise<void> {
  const { me, canary, recruiter, rows, organisationId } = stage;
  const { templateId } = await publishedTemplate(rows, organisationId, { clientName: 'Northwind' });
  ok(await recruiter.post(`/api/templates/${templateId}/invitations`, { eventId: randomUUID(), list: `${canary.name} <${canary.email}>`, message: `We liked your ${canary.phrase}.` }));
  const { id } = ok<{ id: string }>(await me.post('/api/invitation-links/acceptance', { token: await mailedToken(stage, canary.email, /: Data analyst/) }));
  await allowed(stage, 'invited_result', { scope: id });
  await allowed(stage, 'client_sharing', { scope: id });
  const { interviewId } = ok<{ interviewId: string }>(await me.post(`/api/invitations/mine/${id}/interview`, { judgedBy: 'ai', aiProcessing: false }));
  await answers(stage, interviewId);
  ok(await me.post(`/api/interviews/${interviewId}/facts`, { visit: randomUUID(), notes: [{ position: 1, timesLeft: 1, pastes: 1, pastedCharacters: 9 }] }));
  ok(await me.post(`/api/interviews/${interviewId}/submission`));
  await scored(me, interviewId);
  await until('the recruiter reads it', async () => (await recruiter.get(`/api/invitations/${id}/report`)).status === 200);
  const marks = [1, 2].map((position) => ({ position, mark: 4, note: `Speaks of the ${canary.phrase}.` }));
  ok(await recruiter.post(`/api/invitations/${id}/scorecard/submission`, { marks, recommendation: 'yes', summary: `${canary.name} knows the ${canary.phrase}.` }));
  ok(await recruiter.post(`/api/invitations/${id}/overrides`, { overall: '8.5', reason: `The evaluation misses the ${canary.phrase}.` }));
  ok(await recruiter.post(`/api/invitations/${id}/decisions`, { outcome: 'reject', reason: `The ${canary.phrase} is not what ${canary.givenName} is asked for here.` }));
  ok(await me.post(`/api/invitations/mine/${id}/appeal`, { said: `Please read about the ${canary.phrase} again. ${canary.name}` }));
  ok(await recruiter.post(`/api/invitations/${id}/appeal/answer`, { outcome: 'advance', reason: `A second reading finds the ${canary.phrase}.` }));
  ok(await recruiter.post(`/api/templates/${templateId}/copies/csv`, { invitationIds: [id] }));
  ok(await recruiter.post(`/api/templates/${templateId}/client-links`, { invitationIds: [id], recipientName: 'Noa North', recipientEmail: 'noa@northwind.example', days: 3 }));
  ok(await recruiter.post('/api/client-links/reading', { token: await tokenTo(stage, 'noa@northwind.example', /./) }));
  await allowed(stage, 'demographic_survey', { scope: id });
  ok(await me.post(`/api/invitations/mine/${id}/survey`, { eventId: randomUUID(), noticeVersion: 1, sex: 'female', race: null }));
  ok(await recruiter.get(`/api/templates/${templateId}/comparison`));
  await isInvitedTwiceMore(stage);
}

/** Once they want no more of it, and once they leave it lying. */
async function isInvitedTwiceMore(stage: Stage): Promise<void> {
  const { me, canary, recruiter, rows, organisationId } = stage;
  for (const jobTitle of ['Night watch', 'Lighthouse keeper']) {
    const { templateId } = await publishedTemplate(rows, organisationId, { jobTitle });
    ok(await recruiter.post(`/api/templates/${templateId}/invitations`, { eventId: randomUUID(), list: `${canary.email}, ${canary.name}`, message: `More of the ${canary.phrase}, ${canary.givenName}?` }));
    const token = await mailedToken(stage, canary.email, new RegExp(jobTitle));
    if (jobTitle === 'Lighthouse keeper') ok(await me.post('/api/invitation-links/refusal', { token, reason: 'place', neverAgain: true }));
  }
}

/** With play money, an invoice with their name on it, and some of it given back. */
async function pays({ me, canary, operator, product, rows }: Stage): Promise<void> {
  ok(await me.put('/api/billing/details', { name: canary.name, address: `${canary.phrase} 1\n5003 ${canary.place}`, country: 'NO', region: '', taxId: '' }));
  const { id, go } = ok<{ id: string; go: { url: string } }>(await me.post('/api/billing/purchases', { product: 'ten-interviews', quantity: 1, currency: 'USD', requestKey: randomUUID() }));
  ok(await me.post(`/api/built-in-gateway/checkouts/${go.url.split('/').at(-1)}`, { choice: 'pay' }));
  await until('it is paid', async () => ok<{ state: string }>(await me.get(`/api/billing/purchases/${id}`)).state === 'paid');
  const invoice = await until('there is an invoice', async () => ok<{ items: { invoice: { id: string } | null }[] }>(await me.get('/api/billing/history')).items.find((item) => item.invoice)?.invoice ?? null);
  ok(await me.get(`/api/billing/invoices/${invoice.id}`));
  const [payment] = await rows.database.query<{ id: string }>('select id from payments.payment where purchase_id = $1', [id]);
  ok(await operator.post(`/api/operator/payments/payments/${payment?.id}/refunds`, { amount: '1.00', reason: 'goodwill', says: `${canary.name} wrote about the ${canary.phrase} to ${product.url}.` }));
}

/** News, an objection, requests with answers, a report that is not true, and what an operator writes down of them. */
async function asksForTheirRights(stage: Stage): Promise<void> {
  const { me, canary, operator } = stage;
  await allowed(stage, 'analytics');
  ok(await me.post('/api/page-views', { page: '/practice', open: 'under 1 s' }));
  await allowed(stage, 'marketing_email');
  ok(await operator.put(`/api/operations/news/${randomUUID()}`, { subject: 'Bookings are here', text: 'You can book somebody to practise with.' }));
  await mailedToken(stage, canary.email, /Bookings are here/);
  ok(await me.put('/api/objections/marketing_email', {}));
  ok(await me.put('/api/sale-opt-out', { optedOut: true }));
  for (const kind of ['correction', 'grievance']) {
    const { id } = ok<{ id: string }>(await me.post('/api/privacy/requests', { kind, body: `I am ${canary.name}, and the ${canary.phrase} is mine.` }));
    ok(await operator.post(`/api/operations/requests/${id}/answer`, { outcome: 'done', answer: `Dear ${canary.givenName}, the ${canary.phrase} is corrected.` }));
  }
  ok(await me.post('/api/minor-reports', { about: canary.email, why: `The ${canary.phrase} sounds like ninth grade.`, contact: canary.email }));
  const { reports } = ok<{ reports: { id: string }[] }>(await operator.get('/api/operations/minor-reports?state=open'));
  ok(await operator.post(`/api/operations/minor-reports/${reports[0]?.id}/restoration`, { reason: `${canary.name} was born in 1990.` }));
  await isWrittenDown(stage);
}

/** In registers that an operator keeps: a letter, what a court was given, an incident. */
async function isWrittenDown({ me, canary, operator }: Stage): Promise<void> {
  const { account } = ok<{ account: { id: string } }>(await me.get('/api/session'));
  const letter = ok<{ id: string }>(await operator.post('/api/operations/requests', { email: canary.email, kind: 'access', body: `${canary.name} asks by letter for what is held of the ${canary.phrase}.` }));
  ok(await operator.post(`/api/operations/requests/${letter.id}/answer`, { outcome: 'refused', answer: `${canary.givenName} has a copy of it already.` }));
  ok(await operator.post('/api/operations/legal-disclosures', {
    accountId: account.id, recipient: 'District Court of Bergen', ground: 'Order 17', data: `The name ${canary.name}`, reason: `The ${canary.phrase} was ordered.`, disclosedAt: new Date(Date.now() - 60_000).toISOString(),
  }));
  const incident = ok<{ id: string }>(await operator.post('/api/operations/incidents', { what: 'A backup lay open on the net.', data: 'Names and addresses', knownAt: new Date().toISOString() }));
  ok(await operator.post(`/api/operations/incidents/${incident.id}/people`, { by: 'list', accountIds: [account.id] }));
  ok(await operator.post(`/api/operations/incidents/${incident.id}/mails`, { what: 'A backup could be read.', meaning: 'Strangers may know your address.', measures: 'We closed it.' }));
}
