import { Injectable } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { newId, newToken } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { AccountRepository } from '../accounts.repository.js';
import { Cookies } from '../cookies.js';
import { type Admitted } from '../sign-up-gate.js';
import { MailedLinks } from './mailed-links.js';

/** Making an account without a password, where nobody has one. Known and unknown addresses get the same answers. */
@Injectable()
export class LinkSignUp {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly links: MailedLinks,
    private readonly cookies: Cookies,
    private readonly db: Database,
    private readonly audit: AuditLog,
    private readonly policy: Policy,
  ) {}

  /** Writes identity and account, and has the link mailed that proves the address and signs in. The age has been checked. */
  async begin({ name, email }: { name: string; email: string }, { declaredAgeReached, mayMail }: Admitted, reply: FastifyReply): Promise<void> {
    const browserToken = newToken();
    await this.db.transaction(async (tx) => {
      const id = await this.insertIdentity(tx, name, email);
      if (id !== null && (await this.accounts.insert(tx, id, declaredAgeReached))) {
        await this.links.ask(tx, 'sign_in', id, { browserToken, signsUp: true });
        await this.audit.append(tx, { actor: { kind: 'account', id }, action: 'accounts.signed_up', subject: { kind: 'account', id } });
        return;
      }
      const known = await this.accounts.findByEmail(tx, email);
      await this.links.ask(tx, 'known_address', mayMail && known ? known.id : null);
    });
    this.cookies.set(reply, 'link', browserToken, this.policy.values.links.signIn.seconds);
  }

  /** Null when the address is somebody's. */
  private async insertIdentity(tx: Tx, name: string, email: string): Promise<string | null> {
    const rows = await tx.query<{ id: string }[]>(
      `insert into auth."user" (id, name, email, "emailVerified", "createdAt") values ($1, $2, $3, false, clock.now()) on conflict (email) do nothing returning id`,
      [newId(), name, email],
    );
    return rows[0]?.id ?? null;
  }
}
