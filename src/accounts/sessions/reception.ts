import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Database, type Tx } from '../../platform/db/index.js';
import { type SessionView } from '../accounts.dto.js';
import { AccountRepository } from '../accounts.repository.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { Callers } from './callers.js';
import { type Beginning, Sessions } from './sessions.js';

/** Where a browser is let in, and told who it is signed in as. */
@Injectable()
export class Reception {
  constructor(
    private readonly sessions: Sessions,
    private readonly callers: Callers,
    private readonly accounts: AccountRepository,
    private readonly factor: SecondFactor,
    private readonly db: Database,
  ) {}

  /** Begins a sign-in for somebody who has shown who they are, but for a second factor. */
  async letIn(request: FastifyRequest, reply: FastifyReply, who: Beginning): Promise<SessionView> {
    return (await this.letInBy(request, reply, async () => who)) ?? { account: null };
  }

  /** As `letIn`, for whoever comes with something that is used up by it, in one transaction; null when it proves nothing. */
  async letInBy(request: FastifyRequest, reply: FastifyReply, prove: (tx: Tx) => Promise<Beginning | null>): Promise<SessionView | null> {
    const begun = await this.sessions.begin(request, reply, prove);
    if (!begun) return null;
    return begun.awaitsSecondFactor ? { account: null, awaits: 'second_factor' } : this.viewOf(begun.accountId);
  }

  async current(request: FastifyRequest): Promise<SessionView> {
    const actor = await this.callers.authenticate(request);
    if (actor) return this.viewOf(actor.id);
    const session = await this.sessions.ofBrowser(request);
    return session ? { account: null, awaits: 'second_factor' } : { account: null };
  }

  /** An account as its own browser is told of it. */
  async viewOf(accountId: string): Promise<SessionView> {
    const found = await this.accounts.findView(this.db.alone, accountId);
    if (!found) return { account: null };
    const { hasSecondFactor, id, name, email, roles, pictureFrom } = found;
    const whileOff = this.factor.asksFor(roles).length > 0 ? 'required' : 'off';
    return { account: { id, name, email, roles: [...roles], secondFactor: hasSecondFactor ? 'on' : whileOff, hasPicture: pictureFrom !== null } };
  }
}
