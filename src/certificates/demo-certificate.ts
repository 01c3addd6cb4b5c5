import { randomUUID } from 'node:crypto';
import { type INestApplicationContext } from '@nestjs/common';
import { ConsentDesk } from '../consent/index.js';
import { Database } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { Asking } from './issuing/asking.js';
import { Offers } from './issuing/offers.js';

/** A public certificate of somebody of a demonstration, asked for as everybody asks; the worker issues it. */
export async function demoCertificate(app: INestApplicationContext, candidateId: string, interviewId: string, name: string): Promise<void> {
  const purpose = 'public_certificate';
  const { version, control } = app.get(Policy).values.purposes[purpose];
  await app.get(Database).transaction(async (tx) => {
    const scope = await app.get(Offers).make(tx, candidateId, interviewId);
    await app.get(ConsentDesk).give(tx, { subjectId: candidateId, purpose, scope, noticeVersion: version, wording: control, locale: 'en', how: 'switch', where: '/interviews/:id/certificate', eventId: randomUUID() });
    await app.get(Asking).ask(tx, candidateId, scope, { name, takeId: null, eventId: randomUUID() });
  });
}
