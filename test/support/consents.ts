import { randomUUID } from 'node:crypto';
import { type ConsentAct } from '../../src/consent/index.js';
import { type World } from './world.js';

const act = (subjectId: string, purpose: ConsentAct['purpose'], scope = '', noticeVersion?: number): ConsentAct =>
  ({ subjectId, purpose, scope, ...(noticeVersion === undefined ? {} : { noticeVersion }), wording: 'Yes', locale: 'en', how: 'switch', where: '/test', eventId: randomUUID() });

/** Somebody allows something, as if with its switch. */
export async function allow(world: World, accountId: string, purpose: ConsentAct['purpose'], scope?: string): Promise<void> {
  const { ConsentDesk } = await import('../../src/consent/index.js');
  const { Database } = await import('../../src/platform/db/index.js');
  const { Policy } = await import('../../src/platform/policy/index.js');
  const { version } = world.app.get(Policy).values.purposes[purpose];
  await world.app.get(Database).transaction((tx) => world.app.get(ConsentDesk).give(tx, act(accountId, purpose, scope, version)));
}

/** They take it back. */
export async function takeBack(world: World, accountId: string, purpose: ConsentAct['purpose'], scope?: string): Promise<void> {
  const { ConsentDesk } = await import('../../src/consent/index.js');
  const { Database } = await import('../../src/platform/db/index.js');
  await world.app.get(Database).transaction((tx) => world.app.get(ConsentDesk).withdraw(tx, act(accountId, purpose, scope)));
}
