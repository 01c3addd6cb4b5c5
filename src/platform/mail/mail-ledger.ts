import { Injectable } from '@nestjs/common';
import { type Tx } from '../db/index.js';

/** How far a mail has come. `refused` means that the mail server will never take it. */
export const mailStates = ['queued', 'sent', 'refused'] as const;
export type MailState = (typeof mailStates)[number];

/** That a mail was written, and what became of it. To whom and what it said is nobody's business here. */
export interface MailEntry {
  readonly id: string;
  readonly template: string;
  readonly state: MailState;
  readonly writtenAt: Date;
  readonly doneAt: Date | null;
}

/** What is known of mails once nobody may read them: for whoever must see whether they leave. */
@Injectable()
export class MailLedger {
  /** How many are kept in each state. */
  async counts(tx: Tx): Promise<Record<MailState, number>> {
    const rows = await tx.query<{ state: MailState; count: number }[]>(
      'select status as state, count(*)::int as count from mail.outbox where expires_at > clock.now() group by status',
    );
    return { queued: 0, sent: 0, refused: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }

  /** The newest first, those before an id when one is given, of one state when one is named. */
  list(tx: Tx, { state, before, limit }: { state?: MailState | undefined; before?: string | undefined; limit: number }): Promise<MailEntry[]> {
    return tx.query<MailEntry[]>(
      `select id, template, status as state, created_at as "writtenAt", done_at as "doneAt" from mail.outbox
        where expires_at > clock.now() and ($1::text is null or status = $1) and ($2::uuid is null or id < $2)
        order by id desc limit $3`,
      [state ?? null, before ?? null, limit],
    );
  }
}
