import { randomUUID } from 'node:crypto';
import { ObjectStore } from '../../../src/platform/storage/index.js';
import { earned, issued, waitingToBeIssued } from '../../support/certificates.js';
import { allow, takeBack } from '../../support/consents.js';
import { doubted } from '../../support/doubted-interview.js';
import { bought, wanted } from '../../support/gateways/built-in.js';
import { handedIn, type PublishedTemplate } from '../../support/invited.js';
import { scored } from '../../support/listed-candidate.js';
import { personWith, signedIn } from '../../support/people.js';
import { recruiterWith } from '../../support/organisations.js';
import { type Answer } from '../../support/visitor.js';
import { type World } from '../../support/world.js';
import { Invitee } from '../interviews/invitee.js';
import { sample } from '../interviews/speaker.js';
import { type Cast } from './cast.js';
import { type Thing } from './things.js';

/** The parameters of a path that name a thing. */
export type Named = Readonly<Record<string, string>>;
/** Makes a thing anew. */
export type Maker = () => Promise<Named>;

const RESUME = Buffer.from(`Ada Example\nSoftware engineer\n${'I built search engines with PostgreSQL and TypeScript.\n'.repeat(10)}`);
const PAY = { min: 5_000_000, max: 6_000_000, currency: 'EUR', per: 'year' };

export function makersIn(world: World, { actors, candidate, recruiter, template }: Cast): Record<Thing, Maker> {
  const me = candidate.visitor;
  const { visitor: ours } = recruiter;
  const begun = async (wish: object = {}): Promise<{ id: string }> => ({ id: idIn(await me.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3, answerKind: 'video', mode: 'coach', ...wish })) });
  const taken = async (): Promise<{ id: string; takeId: string }> => {
    const { id } = await begun();
    await allow(world, candidate.accountId, 'recording', id);
    const takeId = randomUUID();
    fine(await me.post(`/api/interviews/${id}/answers/1/takes`, { takeId, kind: 'video', contentType: 'video/webm;codecs=vp8,opus' }));
    fine(await me.putFile(`/api/recordings/${takeId}/parts/0/chunks/0`, sample('video-vp8.webm'), 'application/octet-stream'));
    return { id, takeId };
  };
  const only = (sql: string, ...given: unknown[]): Promise<{ id: string }> => world.database.query<{ id: string }>(sql, given).then(([row]) => ({ id: row?.id ?? '' }));
  const asked = async (): Promise<{ id: string }> => {
    await takeBack(world, candidate.accountId, 'discovery_contact', recruiter.organisationId);
    await world.database.query('delete from recruiters.contact_request');
    return { id: idIn(await ours.post('/api/contact-requests', { talentId: candidate.talentId, clientId: null, jobTitle: 'Engineer', pay: PAY, message: 'Would you like to talk?' })) };
  };
  const list = async (): Promise<{ id: string }> => ({ id: idIn(await ours.post('/api/shortlists', { name: `List ${randomUUID().slice(0, 8)}` })) });
  const entry = async (): Promise<{ id: string }> => ({ id: idIn(await ours.post(`/api/shortlists/${(await list()).id}/entries`, { talentId: candidate.talentId })) });
  const resume = async (): Promise<Record<string, string>> => { fine(await me.putFile('/api/resume', RESUME, 'text/plain')); return {}; };
  const member = async (): Promise<{ id: string }> => ({ id: (await recruiterWith(world, { organisationId: recruiter.organisationId, roles: ['recruiter'] })).accountId });
  const received = async (): Promise<{ id: string }> => ({ id: (await handedIn(world, template, { accountId: candidate.accountId })).invitationId });
  const decided = async (): Promise<{ id: string }> => {
    const { id } = await received();
    fine(await ours.get(`/api/invitations/${id}/report`));
    fine(await ours.post(`/api/invitations/${id}/decisions`, { outcome: 'reject', reason: 'Others have done more of this work.' }));
    return { id };
  };
  const certified = async (): Promise<{ id: string }> => ({ id: (await issued(world, candidate.accountId)).certificateId });
  const paid = async (quantity = 1): Promise<{ id: string }> => {
    const { id } = await bought(world, me, 'ten-interviews', { quantity });
    return only('select id from payments.payment where purchase_id = $1', id);
  };
  const aReport = (): Promise<string> => scored(world, candidate.accountId, '8.2', { ownership: 8 });
  return {
    'sign-in': async () => {
      await signedIn(world, candidate.accountId);
      const { sessions } = (await me.get('/api/account/sessions')).body as { sessions: { id: string; current: boolean }[] };
      return { id: sessions.find(({ current }) => !current)?.id ?? '' };
    },
    'linked provider': () => only(`insert into auth.account (id, "accountId", "providerId", "userId") values (gen_random_uuid(), $2, 'oidc', $1) returning id`, candidate.accountId, randomUUID()),
    receipt: async () => {
      const { acts } = (await me.get('/api/consents/history')).body as { acts: { id: string }[] };
      return { id: acts[0]?.id ?? '' };
    },
    copy: async () => {
      fine(await me.post('/api/data-export'));
      await world.settle();
      return {};
    },
    'resume file': async () => {
      await allow(world, candidate.accountId, 'resume_keeping');
      return resume();
    },
    assessment: async () => {
      await resume();
      return { id: idIn(await me.post('/api/assessments', { roleId: 'software-engineer', description: 'PostgreSQL' })) };
    },
    interview: begun,
    'invited interview': async () => ({ id: (await handedIn(world, template, { accountId: candidate.accountId })).interviewId }),
    'live interview': () => begun({ mode: 'live' }),
    report: async () => ({ id: await aReport() }),
    take: taken,
    recording: async () => {
      const { id, takeId } = await taken();
      fine(await me.post(`/api/recordings/${takeId}/completion`, { parts: [1] }));
      fine(await me.put(`/api/interviews/${id}/answers/1`, { text: 'I read the logs and took the server out.', baseRevision: 0, kind: 'video' }));
      await world.settle();
      return { takeId };
    },
    certificate: certified,
    'certificate offered': async () => ({ id: idIn(await me.post(`/api/interviews/${(await earned(world, candidate.accountId)).interviewId}/certificate`)) }),
    'request received': asked,
    purchase: async () => ({ id: (await wanted(me, 'ten-interviews')).id }),
    plan: async () => {
      const plans = async () => ((await me.get('/api/billing')).body as { plans: { id: string }[] }).plans;
      if ((await plans()).length === 0) await bought(world, me, 'practice-monthly');
      return { id: (await plans())[0]?.id ?? '' };
    },
    invoice: async () => {
      await bought(world, me, 'ten-interviews');
      return only('select i.id from payments.invoice i join payments.customer c on c.id = i.customer_id where c.account_id = $1 order by i.id desc limit 1', candidate.accountId);
    },
    payment: () => paid(),
    'payment set apart': () => only(`insert into payments.quarantine (id, gateway, reference, reason, said_minor, said_currency, expires_at) values (gen_random_uuid(), 'built_in', $1, 'amount', 899, 'USD', clock.now() + interval '7 years') returning id`, randomUUID()),
    refund: async () => {
      const { id } = await paid(12);
      const refund = idIn(await actors.operator.post(`/api/operator/payments/payments/${id}/refunds`, { amount: '108.00', reason: 'unwanted', says: 'She wrote to us.' }));
      // As if a colleague had asked, who is not the one to approve it.
      return only('update payments.refund set asked_by = null where id = $1 returning id', refund);
    },
    listing: () => Promise.resolve({ talentId: candidate.talentId }),
    client: () => only(`insert into recruiters.client (id, organisation_id, name, domain) values (gen_random_uuid(), $1, $2, $3) returning id`, recruiter.organisationId, randomUUID(), `${randomUUID()}.example`),
    member,
    'colleague asked': async () => {
      // So that a place is left.
      await world.database.query('delete from recruiters.colleague_invitation');
      await world.database.query('delete from recruiters.member where organisation_id = $1 and account_id <> $2', [recruiter.organisationId, recruiter.accountId]);
      fine(await ours.post('/api/organisation/invitations', { email: `${randomUUID()}@example.com`, roles: ['recruiter'] }));
      return only('select id from recruiters.colleague_invitation where organisation_id = $1 order by id desc limit 1', recruiter.organisationId);
    },
    'saved search': async () => {
      await world.database.query('delete from recruiters.saved_search');
      return { id: idIn(await ours.post('/api/saved-searches', { name: 'Engineers', query: { role: 'software-engineer' } })) };
    },
    shortlist: list,
    entry,
    note: async () => {
      const { id } = await entry();
      fine(await ours.post(`/api/shortlist-entries/${id}/notes`, { text: 'Knows her way about.' }));
      return { id, noteId: (await only('select id from recruiters.shortlist_note where entry_id = $1', id)).id };
    },
    'request sent': asked,
    'invitation received': received,
    'decision received': decided,
    template: () => Promise.resolve({ id: template.templateId }),
    draft: async () => {
      await ours.delete(`/api/templates/${template.templateId}/draft`);
      fine(await ours.post(`/api/templates/${template.templateId}/draft`));
      return { id: template.templateId };
    },
    'organisation plan': async () => {
      const plans = async () => ((await ours.get('/api/organisation/billing')).body as { plans: { id: string }[] }).plans;
      if ((await plans()).length === 0) await bought(world, ours, 'hiring-monthly', { path: '/api/organisation/billing/purchases' });
      return { id: (await plans())[0]?.id ?? '' };
    },
    'organisation invoice': async () => {
      await bought(world, ours, 'invited-interviews-50', { path: '/api/organisation/billing/purchases' });
      return only('select i.id from payments.invoice i join payments.customer c on c.id = i.customer_id where c.organisation_id = $1 order by i.id desc limit 1', recruiter.organisationId);
    },
    batch: async () => ({ id: idIn(await ours.post(`/api/templates/${template.templateId}/invitations`, { eventId: randomUUID(), list: `${randomUUID()}@example.com`, message: '' })) }),
    invitation: received,
    'answer shown': () => answerShown(world, template),
    'appeal received': async () => {
      const { id } = await decided();
      fine(await me.post(`/api/invitations/mine/${id}/appeal`, { said: 'My second answer was about this very work.' }));
      return { id };
    },
    'link for a client': async () => {
      const { invitationId } = await handedIn(world, template, { clientSharing: true });
      return { id: idIn(await ours.post(`/api/templates/${template.templateId}/client-links`, { invitationIds: [invitationId], recipientName: 'Bo Client', recipientEmail: 'bo@borealis.example', days: 3 })) };
    },
    person: () => Promise.resolve({ id: candidate.accountId }),
    organisation: async () => ({ id: (await recruiterWith(world, { approved: false })).organisationId }),
    'privacy request': async () => {
      const id = await personWith(world, { email: `${randomUUID()}@example.com` });
      return only(`insert into privacy.request (id, account_id, kind, came_by, asked_at, due_at, expires_at) values (gen_random_uuid(), $1, 'deletion', 'mail', clock.now(), clock.now() + interval '30 days', clock.now() + interval '90 days') returning id`, id);
    },
    'own question': async () => only(
      `insert into privacy.request (id, account_id, kind, body, asked_at, due_at, expires_at) values (gen_random_uuid(), $1, 'grievance', 'Why?', clock.now(), clock.now() + interval '30 days', clock.now() + interval '90 days') returning id`, candidate.accountId),
    'own question, answered': async () => only(
      `insert into privacy.request (id, account_id, kind, body, asked_at, due_at, expires_at, outcome, answer, answered_at)
       values (gen_random_uuid(), $1, 'grievance', 'Why?', clock.now(), clock.now() + interval '30 days', clock.now() + interval '90 days', 'refused', 'So.', clock.now()) returning id`, candidate.accountId),
    'legal hold': async () => {
      const until = new Date(Date.now() + 86_400_000);
      const { id: objectId, sha256 } = await world.app.get(ObjectStore).put({ subject: null, owner: 'privacy', contentType: 'application/zip', expiresAt: until, body: Buffer.from('PK'), maxBytes: 10 });
      return only(
        `insert into privacy.legal_hold (id, account_id, modules, ground, reason, state, object_id, bytes, sha256, holds_until, expires_at)
         values (gen_random_uuid(), $1, '{accounts}', 'A law', 'A court asks.', 'sealed', $2, 2, $3, $4, $4::timestamptz + interval '3 years') returning id`, candidate.accountId, objectId, sha256, until);
    },
    incident: async () => ({ id: idIn(await actors.operator.post('/api/operations/incidents', { what: 'A backup lay open.', data: 'Names', knownAt: '2026-01-01T00:00:00Z' })) }),
    'report of a minor': () => only(`insert into privacy.minor_report (id, about, why, expires_at) values (gen_random_uuid(), 'Somebody', 'They said so.', clock.now() + interval '90 days') returning id`),
    'failed job': () => only(`insert into jobs.outbox (id, kind, name, queue, payload, status, attempts, fault, ended_at) values (gen_random_uuid(), 'job', 'audit.verify', 'sweeps', '{}', 'dead', 3, 'Error', clock.now()) returning id`),
    review: async () => {
      const id = await aReport();
      await doubted(world, id);
      const { id: review } = await only('select id from interviews.review where interview_id = $1', id);
      fine(await actors.operator.post(`/api/operations/reviews/${review}/opening`, { reason: 'Two evaluations stand on two sides of the mark.' }));
      return { id: review };
    },
    rescoring: async () => ({ id: idIn(await actors.operator.post('/api/operations/rescorings', { evaluator: null, interviewId: await aReport() })) }),
    news: () => Promise.resolve({ id: randomUUID() }),
    'certificate in check': async () => {
      const [id = ''] = await waitingToBeIssued(world, candidate.accountId, 1);
      await world.database.query(`update certificates.certificate set state = 'in_check', step = null where id = $1`, [id]);
      return { id };
    },
    'certificate of anybody': certified,
  };
}

/** A recording that whoever was invited handed in. */
async function answerShown(world: World, template: PublishedTemplate): Promise<{ id: string; takeId: string }> {
  const invitee = await Invitee.to(world, template);
  const { interviewId } = fine(await invitee.speaker.visitor.post(`/api/invitations/mine/${invitee.ref}/interview`, { judgedBy: 'people', aiProcessing: false })).body as { interviewId: string };
  await invitee.speaker.allow(interviewId);
  const takeId = await invitee.speaker.recorded(interviewId);
  fine(await invitee.speaker.write(interviewId, 1, 'I would call the driver and send a second cake.', { kind: 'video' }));
  fine(await invitee.speaker.submit(interviewId));
  await world.settle();
  return { id: invitee.ref, takeId };
}

function fine(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`A thing could not be made: ${answer.status} ${answer.text}`);
  return answer;
}

function idIn(answer: Answer): string {
  return (fine(answer).body as { id: string }).id;
}
