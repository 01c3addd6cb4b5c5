import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { MailOutbox, renderMail } from '../../platform/mail/index.js';
import { heldRows, type Holding, inWords } from '../../platform/personal-data/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ClosedAccountRepository } from './closed-account.repository.js';

const FOOTER = 'You get this mail because your account at Viva Voce was deleted for good. Your address is deleted with it; this is the last mail.';

/** What was held of somebody just before it is deleted, and what of it stays. */
export interface Receipt {
  readonly email: string;
  readonly name: string;
  readonly held: readonly Holding[];
}

/** The receipt of an erasure: what went, what stays, for how long and why. It is a mail, and nothing of it is kept here. */
@Injectable()
export class ErasureReceipt {
  constructor(
    private readonly closed: ClosedAccountRepository,
    private readonly mails: MailOutbox,
    private readonly policy: Policy,
  ) {}

  /** Counted before anything is deleted: afterwards nothing leads to it any more. Null when there is nobody to tell. */
  async prepare(tx: Tx, accountId: string): Promise<Receipt | null> {
    const person = await this.closed.find(tx, accountId);
    return person && { ...person, held: (await heldRows(tx, this.policy, accountId)).filter(({ rows }) => rows > 0) };
  }

  async send(tx: Tx, { email, name, held }: Receipt): Promise<void> {
    const went = held.filter(({ stays }) => stays === null);
    const stays = held.filter((holding) => holding.stays !== null);
    const subject = 'What became of your data';
    const body = await renderMail({
      subject, heading: subject, footer: FOOTER,
      paragraphs: [
        `${name}, this is what became of what was held of you. The files are deleted within minutes, and backups forget it by themselves within ${this.policy.keeps('backups')}.`,
        'Deleted for good:', ...this.lines(went, () => ''),
        ...(stays.length === 0 ? ['Nothing else was held of you.'] : ['What stays, and why; without your name, unless it says otherwise:', ...this.lines(stays, ({ kept, stays: why }) => ` Kept ${kept === 'until deleted' ? 'for as long as this place exists' : `for ${kept}`}. ${why ?? ''}`)]),
        `Questions: ${this.policy.values.operator.privacyContact}.`,
      ],
    });
    await this.mails.send(tx, { to: email, template: 'erasure-receipt', ...body });
  }

  /** One line for all of a kind. */
  private lines(held: readonly Holding[], more: (one: Holding) => string): string[] {
    const kinds = new Map<string, number>();
    for (const one of held) {
      const line = `${inWords(one, this.policy)}|${more(one)}`;
      kinds.set(line, (kinds.get(line) ?? 0) + one.rows);
    }
    return [...kinds].map(([line, rows]) => {
      const [says = '', rest = ''] = line.split('|');
      return `– ${says} (${rows === 1 ? '1 record' : `${rows} records`}).${rest}`;
    });
  }
}
