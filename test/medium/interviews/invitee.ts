import { randomUUID } from 'node:crypto';
import { type Consented } from '../../../src/consent/index.js';
import { type GivenQuestion, type InvitedReport } from '../../../src/interviews/index.js';
import { type InvitedWish } from '../../../src/interviews/invited/invited-start.js';
import { type Tx } from '../../../src/platform/db/index.js';
import { allow } from '../../support/consents.js';
import { type PublishedTemplate } from '../../support/invited.js';
import { type World } from '../../support/world.js';
import { Speaker } from './speaker.js';

/** A question of the organisation's own. */
export const OWN: GivenQuestion = {
  source: 'own', id: '0193fd6e-7e50-7000-8000-000000000001', kind: 'situational', competencies: ['problem-solving'], thinkSeconds: 30, answerSeconds: 120,
  text: 'A customer of our bakery calls because a wedding cake was not delivered. The wedding starts in two hours. What do you do?',
  points: [
    { text: 'Calm the customer and say when you will call back', synonyms: ['stay calm', 'apologise', 'call you back', 'in ten minutes', 'listen to her', 'I am sorry'] },
    { text: 'Find out where the cake is', synonyms: ['call the driver', 'where the van is', 'track the delivery', 'ask the courier', 'look up the route', 'phone the driver'] },
    { text: 'Have a second cake ready', synonyms: ['replacement cake', 'from the shop window', 'another cake', 'bake a smaller one', 'send a colleague', 'taxi'] },
  ],
  anchors: { 1: 'Says sorry.', 3: 'Finds the cake.', 5: 'Finds it, has a second one ready, and learns from it.' },
};

/** Somebody who was invited and let the organisation see the interview. */
export class Invitee {
  private constructor(
    readonly speaker: Speaker,
    readonly ref: string,
    private readonly world: World,
    private readonly template: PublishedTemplate,
  ) {}

  static async to(world: World, template: PublishedTemplate): Promise<Invitee> {
    const speaker = await Speaker.in(world);
    const ref = randomUUID();
    await world.database.query(
      `insert into recruiters.invitation (id, organisation_id, template_id, template_version_id, email, state, candidate_id, deadline_at, opened_at, accepted_at, expires_at)
       values ($1, $2, $3, $4, $5, 'opened', $6, clock.now() + interval '14 days', clock.now(), clock.now(), clock.now() + interval '90 days')`,
      [ref, template.organisationId, template.templateId, template.versionId, `${ref}@example.com`, speaker.accountId],
    );
    await allow(world, speaker.accountId, 'invited_result', ref);
    return new Invitee(speaker, ref, world, template);
  }

  /** The interview of the invitation, begun: its id. */
  async start(wish: Partial<InvitedWish> = {}): Promise<string> {
    const { InvitedInterviews } = await import('../../../src/interviews/index.js');
    const { Clock } = await import('../../../src/platform/clock/index.js');
    return this.asOrganisation(async (tx, consented) => {
      const now = await this.world.app.get(Clock).now(tx);
      const { interviewId } = await this.world.app.get(InvitedInterviews).start(tx, consented, {
        ref: this.ref, group: this.template.templateId, inviter: 'Acme Ltd', roleTitle: 'Baker', levelId: 'mid', questions: [OWN, { source: 'bank', questionId: 'hardest-bug', answerSeconds: 45 }],
        answerKinds: ['text', 'audio'], retakes: 0, recordingOffered: true, judgedBy: 'ai', aiProcessing: false, deadlineAt: new Date(now.getTime() + 14 * 86_400_000), copyDelayDays: 0, ...wish,
      });
      return interviewId;
    });
  }

  report(interviewId: string, how: { scores?: boolean } = {}): Promise<InvitedReport> {
    return this.asOrganisation(async (tx, consented) => {
      const { InvitedInterviews } = await import('../../../src/interviews/index.js');
      return this.world.app.get(InvitedInterviews).report(tx, consented, interviewId, how);
    });
  }

  /** With the proof that the organisation may read. */
  async asOrganisation<T>(act: (tx: Tx, consented: Consented<'invited_result'>) => Promise<T>): Promise<T> {
    const { ConsentGate } = await import('../../../src/consent/index.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    return this.world.app.get(Database).transaction(async (tx) => act(tx, await this.world.app.get(ConsentGate).require(tx, this.speaker.accountId, 'invited_result', this.ref)));
  }

  /** Answers the questions by typing, as far as there are answers. */
  async say(interviewId: string, ...answers: readonly string[]): Promise<void> {
    for (const [at, text] of answers.entries()) expect((await this.speaker.write(interviewId, at + 1, text)).status).toBe(200);
  }

  async handIn(interviewId: string, ...answers: readonly string[]): Promise<void> {
    await this.say(interviewId, ...answers);
    expect((await this.speaker.submit(interviewId)).status).toBe(202);
  }
}
