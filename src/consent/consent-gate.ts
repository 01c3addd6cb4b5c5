import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { type Purpose } from '../platform/policy/index.js';
import { consentRequired } from './consent.errors.js';
import { ConsentRepository } from './consent.repository.js';
import { type Consented, consented } from './consented.js';

/** Where everybody asks who wants to show or use something that needs a consent. */
@Injectable()
export class ConsentGate {
  constructor(private readonly consents: ConsentRepository) {}

  /** The proof of a live consent; AppError `consent.required` (403) without one. It cannot end before `tx` does. */
  async require<P extends Purpose>(tx: Tx, subjectId: string, purpose: P, scope = ''): Promise<Consented<P>> {
    const proof = await this.find(tx, subjectId, purpose, scope);
    if (!proof) throw consentRequired();
    return proof;
  }

  /** Like `require`, but null without a live consent. */
  async find<P extends Purpose>(tx: Tx, subjectId: string, purpose: P, scope = ''): Promise<Consented<P> | null> {
    const grant = await this.consents.hold(tx, subjectId, purpose, scope);
    return grant && consented(purpose, grant);
  }
}
