import { Injectable } from '@nestjs/common';
import { ConsentGate, type Consented } from '../../consent/index.js';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type ServedObject } from '../../platform/storage/index.js';
import { purposeOf } from '../recordings/containers.js';
import { Recordings } from '../recordings/recordings.js';
import { Replays } from '../recordings/replays.js';
import { TakeRepository } from '../recordings/take.repository.js';
import { InvitedRepository } from './invited.repository.js';

/** Recordings of an invited interview, for those it is shared with: the last take of each question, as far as it is kept. */
@Injectable()
export class InvitedReplays {
  constructor(
    private readonly invited: InvitedRepository,
    private readonly takes: TakeRepository,
    private readonly recordings: Recordings,
    private readonly replays: Replays,
    private readonly gate: ConsentGate,
  ) {}

  async play(tx: Tx, consented: Consented<'invited_result'>, interviewId: string, takeId: string, range: string | undefined): Promise<ServedObject> {
    await this.mustBeShared(tx, consented, interviewId, takeId);
    return this.recordings.play(tx, consented.subjectId, takeId, range);
  }

  async captions(tx: Tx, consented: Consented<'invited_result'>, interviewId: string, takeId: string): Promise<string> {
    await this.mustBeShared(tx, consented, interviewId, takeId);
    return this.replays.captionsOfMine(tx, consented.subjectId, takeId);
  }

  private async mustBeShared(tx: Tx, consented: Consented<'invited_result'>, interviewId: string, takeId: string): Promise<void> {
    const { id } = await this.invited.getShared(tx, consented, interviewId);
    const take = (await this.takes.newest(tx, id)).find((one) => one.id === takeId && !one.thrownAway);
    // What its owner no longer keeps is not there for anybody else.
    if (!take || !(await this.gate.find(tx, consented.subjectId, purposeOf(take.kind), id))) throw notFound();
  }
}
