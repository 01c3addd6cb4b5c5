import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config/index.js';
import { MailSink } from './mail-sink.js';
import { type ClaimedMail } from './mail.repository.js';

/** `refused` is final: the mail server will never take this mail for this address. */
export type Carried = { readonly kind: 'sent' | 'refused' } | { readonly kind: 'try again'; readonly because: string };

/** Speaks SMTP with the mail server of the settings, or with the built-in one when there is none. */
@Injectable()
export class MailCarrier implements OnApplicationShutdown {
  private transport: Promise<Transporter> | null = null;

  constructor(
    private readonly config: Config,
    private readonly sink: MailSink,
  ) {}

  async carry({ id, to, subject, text, html, unsubscribeUrl }: ClaimedMail): Promise<Carried> {
    try {
      const transport = await this.connected();
      await transport.sendMail({
        from: this.config.settings.MAIL_FROM,
        to: { name: '', address: to },
        subject,
        text,
        html,
        // The same at every attempt, so that mail programs show a mail once whose acceptance we did not hear.
        messageId: `<${id}@${new URL(this.config.settings.PUBLIC_URL).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...(unsubscribeUrl === null ? {} : wayOut(unsubscribeUrl)) },
        textEncoding: 'base64',
      });
      return { kind: 'sent' };
    } catch (error) {
      return verdictOn(error);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const transport = await this.transport;
    transport?.close();
    this.transport = null;
    await this.sink.close();
  }

  private connected(): Promise<Transporter> {
    this.transport ??= this.connect().catch((error: unknown) => {
      this.transport = null;
      throw error;
    });
    return this.transport;
  }

  private async connect(): Promise<Transporter> {
    const url = this.config.settings.SMTP_URL ?? (await this.sink.open());
    return createTransport({
      url,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      // Mails are made of what people wrote: none of it may be taken for a path or an address to read from.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
}

/** One press in the mail program, without opening a page (RFC 8058). */
const wayOut = (url: string): Record<string, string> => ({ 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });

/** Replies often quote the address, so only codes are passed on. */
function verdictOn(error: unknown): Carried {
  const { code = 'unknown', responseCode = 0 } = error as { code?: string; responseCode?: number };
  // Only the recipient or the message can be refused for good; a refused sign-in is the operator's to mend.
  if (responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')) return { kind: 'refused' };
  return { kind: 'try again', because: responseCode > 0 ? `${code} ${responseCode}` : code };
}
