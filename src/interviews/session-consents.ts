import { Injectable } from '@nestjs/common';
import { ConsentDesk } from '../consent/index.js';
import { isId, notFound } from '../kernel/index.js';
import { type Tx } from '../platform/db/index.js';
import { purposesOfSession } from '../platform/policy/index.js';
import { recordingNotOffered } from './interviews.errors.js';
import { InterviewRepository } from './interviews.repository.js';
import { momentOf } from './moment-of.js';

/** What is allowed for one interview: by whose it is, as long as it is under way, and called by its name. */
@Injectable()
export class SessionConsents {
  constructor(
    consents: ConsentDesk,
    private readonly interviews: InterviewRepository,
  ) {
    for (const purpose of purposesOfSession) {
      // Held first, as by whoever deletes it: then it cannot be gone before the consent is there to be ended with it.
      consents.precede(purpose, (tx, subjectId, scope) => this.hold(tx, subjectId, scope));
      consents.follow(purpose, (tx, { subjectId, scope }) => this.mustBeUnderWay(tx, subjectId, scope));
      consents.nameScopes(purpose, (tx, subjectId, scopes) => this.names(tx, subjectId, scopes));
    }
  }

  private async hold(tx: Tx, candidateId: string, id: string): Promise<void> {
    if (!isId(id)) throw notFound();
    await this.interviews.holdMine(tx, candidateId, id);
  }

  private async mustBeUnderWay(tx: Tx, candidateId: string, id: string): Promise<void> {
    const interview = await this.interviews.getOpen(tx, candidateId, id);
    if (!interview.recordingOffered) throw recordingNotOffered();
  }

  private async names(tx: Tx, candidateId: string, scopes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const mine = await this.interviews.findMine(tx, candidateId, scopes.filter(isId));
    return new Map(mine.map(({ id, roleTitle, startedAt }) => [id, `${roleTitle}, ${momentOf(startedAt)}`]));
  }
}
