import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Stage } from './stage.js';

const GIVE = { purpose: 'discovery', noticeVersion: 3, wording: 'Recruiters can find me', locale: 'en', where: '/visibility' };
/** A state lasts between these, in milliseconds. */
const [SHORTEST, LONGEST] = [100, 900];

/** Switches a consent on, takes one field back and then all of it, until `end`, and notes what was acknowledged. How often it was taken back. */
export async function keepFlipping({ person, send }: Stage['candidates'][number], end: number): Promise<number> {
  let withdrawals = 0;
  while (Date.now() < end) {
    person.self.mayShow();
    person.whereabouts.mayShow();
    await expectStatus(200, send('POST', '/api/consents', { ...GIVE, fields: ['place'], eventId: randomUUID() }));
    await pause(randomInt(SHORTEST, LONGEST));
    await expectStatus(200, send('POST', '/api/consents', { ...GIVE, fields: [], eventId: randomUUID() }));
    person.whereabouts.isHidden();
    await pause(randomInt(SHORTEST, LONGEST));
    await expectStatus(204, send('DELETE', `/api/consents/discovery?eventId=${randomUUID()}`));
    person.self.isHidden();
    withdrawals += 1;
    await pause(randomInt(SHORTEST, LONGEST));
  }
  return withdrawals;
}

async function expectStatus(wanted: number, reply: ReturnType<Stage['recruiters'][number]>): Promise<void> {
  const { status, text } = await reply;
  if (status !== wanted) throw new Error(`A consent was answered with ${status}: ${text.slice(0, 300)}`);
}
