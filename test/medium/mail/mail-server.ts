import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** How a mail server answers one attempt, in order of the attempts; when they are used up it accepts. */
export type Answer = 'accept' | '451 at the recipient' | '550 at the recipient' | '554 at the message' | '535 at the sign-in' | 'accept and hang up';

/** A mail server of somebody else: real SMTP on this machine. */
export class MailServer {
  readonly received: string[] = [];
  attempts = 0;
  private readonly server: SMTPServer;

  constructor(private readonly answers: Answer[]) {
    let now: Answer = 'accept';
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      disableReverseLookup: true,
      onConnect: (_session, done) => {
        now = this.answers[this.attempts] ?? 'accept';
        this.attempts += 1;
        done();
      },
      onAuth: (_auth, _session, done) => (now === '535 at the sign-in' ? done(refusal(535)) : done(null, { user: 'viva' })),
      onRcptTo: (_address, _session, done) => {
        if (now === '451 at the recipient') return done(refusal(451));
        return now === '550 at the recipient' ? done(refusal(550)) : done();
      },
      onData: (stream, _session, done) => {
        void text(stream).then((message) => {
          if (now === '554 at the message') return done(refusal(554));
          this.received.push(message);
          if (now !== 'accept and hang up') return done();
          for (const connection of this.server.connections) connection.close();
        });
      },
    });
  }

  async open(userInfo = ''): Promise<string> {
    await new Promise<void>((resolve) => void this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://${userInfo}127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('no, not for ada@example.org'), { responseCode });
}
