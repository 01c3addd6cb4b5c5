import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ConsentGate } from '../consent/index.js';
import { hashToken } from '../kernel/index.js';
import { Config } from '../platform/config/index.js';
import { type Tx } from '../platform/db/index.js';
import { type MailContent } from '../platform/mail/index.js';
import { Policy } from '../platform/policy/index.js';
import { categoryWords, type LeavableCategory, NEWS_PURPOSE, type NoticeCategory } from './categories.js';
import { MailChoiceRepository } from './mail-choice.repository.js';

/** Why somebody gets a mail, and how they end that. `unsubscribeUrl` is for mail programs (RFC 8058). */
export interface Terms extends Pick<MailContent, 'footer' | 'leave'> {
  readonly unsubscribeUrl?: string;
}

const ESSENTIAL_FOOTER = 'You get this mail because you have an account at Viva Voce. It is about what you do there; there is nothing to unsubscribe from.';
const TOKEN_BYTES = 16;

/** On what terms mails go out: which of them somebody wants, and what each says of why it came. */
@Injectable()
export class MailTerms {
  constructor(
    private readonly choices: MailChoiceRepository,
    private readonly gate: ConsentGate,
    private readonly policy: Policy,
    private readonly config: Config,
  ) {}

  /** Null when they do not want mails of this kind. A consent it rests on cannot be taken back before `tx` ends. `isTry`: they asked for this very mail. */
  async find(tx: Tx, accountId: string, category: NoticeCategory, isTry: boolean): Promise<Terms | null> {
    if (category === 'essential') return { footer: ESSENTIAL_FOOTER };
    if (!isTry && !(await this.isWanted(tx, accountId, category))) return null;
    return this.termsOf(category, await this.wayOut(tx, accountId, category), isTry);
  }

  /** The terms of a kind of mail as everybody reads them: with a link that is nobody's. */
  sample(category: LeavableCategory): Terms {
    return this.termsOf(category, '…', false);
  }

  private termsOf(category: LeavableCategory, token: string, isTry: boolean): Terms {
    const site = this.config.settings.PUBLIC_URL;
    return {
      footer: this.footerOf(category, isTry),
      // Behind the # on our page, so that it reaches no log of a server.
      leave: { label: category === 'news' ? 'Send me no more news' : 'Turn these mails off', url: `${site}/unsubscribe#token=${token}` },
      unsubscribeUrl: `${site}/api/unsubscriptions/one-click?token=${token}`,
    };
  }

  private footerOf(category: LeavableCategory, isTry: boolean): string {
    if (isTry) return 'You get this mail because you asked for a copy of it, to try it out before it goes to anybody else.';
    if (category !== 'news') return `You get this mail because you have an account at Viva Voce, and did not turn off “${categoryWords[category].title}”.`;
    const { purposes, operator } = this.policy.values;
    return `You get this mail because you have an account at Viva Voce, and allowed “${purposes[NEWS_PURPOSE].title}”. It comes from ${operator.name}, ${operator.address}.`;
  }

  private async isWanted(tx: Tx, accountId: string, category: LeavableCategory): Promise<boolean> {
    if (category === 'news') return (await this.gate.find(tx, accountId, NEWS_PURPOSE)) !== null;
    return !(await this.choices.refuses(tx, accountId, category));
  }

  /** The same link in every mail of a kind, known to us by its hash only: derived from the secret, it need not be stored to be written again. */
  private async wayOut(tx: Tx, accountId: string, category: LeavableCategory): Promise<string> {
    const token = createHmac('sha256', this.config.settings.SECRET).update(`unsubscribe\0${accountId}\0${category}`).digest().subarray(0, TOKEN_BYTES).toString('base64url');
    await this.choices.keepLink(tx, hashToken(token), accountId, category);
    return token;
  }
}
