import { randomUUID } from 'node:crypto';
import { type INestApplicationContext } from '@nestjs/common';
import { ConsentDesk } from '../consent/index.js';
import { DemoInterviews } from '../interviews/index.js';
import { demoPayments } from '../payments/index.js';
import { Database, type Tx } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { BatchSending } from './invitations/batches/batch-sending.js';
import { InvitationBatches } from './invitations/batches/invitation-batches.js';
import { type Judge } from './invitations/invitation.js';
import { InvitationStart } from './invitations/received/invitation-start.js';
import { ReceivedInvitationRepository } from './invitations/received/received-invitations.repository.js';
import { ResultRouting } from './invitations/results/result-routing.js';
import { Seats } from './organisations/seats.js';
import { emptyDraft } from './templates/template-content.js';
import { TemplateDrafts } from './templates/template-drafts.js';
import { Templates } from './templates/templates.js';

/** Somebody of a demonstration who is invited, and how far they go. */
export interface DemoInvitee {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  /** Null: the invitation waits for them. */
  readonly judgedBy: Judge | null;
  readonly answers: readonly ('good' | 'thin' | 'none')[];
}

const QUESTIONS = ['signups-halved', 'three-wishes-one-week', 'explained-something-difficult'] as const;

/** An agency that pays for a pack and invites people to an interview, for a demonstration: by the same verbs and consents as everybody. */
export async function demoHiring(app: INestApplicationContext, recruiterId: string, people: readonly DemoInvitee[]): Promise<void> {
  const { organisationId, organisationName: name } = await app.get(Seats).of(app.get(Database).alone, recruiterId);
  await demoPayments(app, { accountId: recruiterId, payer: { organisationId }, product: 'invited-interviews-50', details: { name, address: 'Herengracht 182, 1016 BR Amsterdam', country: 'NL' } });
  const invited = await invite(app, recruiterId, people);
  for (const { judgedBy, ...person } of people) {
    const id = invited.get(person.email);
    if (judgedBy !== null && id !== undefined) await answer(app, id, { ...person, judgedBy });
  }
}

/** The ids of the invitations by address. */
async function invite(app: INestApplicationContext, recruiterId: string, people: readonly DemoInvitee[]): Promise<ReadonlyMap<string, string>> {
  const batchId = await app.get(Database).transaction(async (tx) => {
    const seat = await app.get(Seats).holding(tx, recruiterId);
    const clientId = seat.clients[0]?.id ?? null;
    const templateId = await app.get(Templates).create(tx, seat, { jobTitle: 'Data analyst', clientId });
    const content = { ...emptyDraft('Data analyst', 'mid'), competencies: ['analysis', 'communication'], questions: QUESTIONS.map((questionId) => ({ source: 'bank' as const, questionId })) };
    await app.get(TemplateDrafts).save(tx, seat, templateId, { revision: 1, clientId, content });
    await app.get(TemplateDrafts).publish(tx, seat, templateId, 2);
    const list = people.map(({ name, email }) => `${name} <${email}>`).join('\n');
    return (await app.get(InvitationBatches).send(tx, seat, templateId, { eventId: randomUUID(), list, message: 'We would like to hear how you work with figures.' })).id;
  });
  await app.get(BatchSending).sendSlice(batchId);
  const rows = await app.get(Database).alone.query<{ id: string; email: string }[]>('select id, email from recruiters.invitation where batch_id = $1', [batchId]);
  return new Map(rows.map(({ id, email }) => [email, id]));
}

async function answer(app: INestApplicationContext, id: string, { accountId, judgedBy, answers }: DemoInvitee & { readonly judgedBy: Judge }): Promise<void> {
  const interviewId = await app.get(Database).transaction(async (tx) => {
    await app.get(ReceivedInvitationRepository).accept(tx, id, accountId);
    await allow(app, tx, accountId, id);
    return (await app.get(InvitationStart).start(tx, accountId, id, { judgedBy, aiProcessing: false })).interviewId;
  });
  await app.get(DemoInterviews).handIn(interviewId, answers);
  await app.get(Database).transaction((tx) => app.get(ResultRouting).route(tx, interviewId));
}

async function allow(app: INestApplicationContext, tx: Tx, subjectId: string, scope: string): Promise<void> {
  for (const purpose of ['invited_result', 'client_sharing'] as const) {
    const { version, control } = app.get(Policy).values.purposes[purpose];
    await app.get(ConsentDesk).give(tx, { subjectId, purpose, scope, noticeVersion: version, wording: control, locale: 'en', how: 'switch', where: '/invited/:id', eventId: randomUUID() });
  }
}
