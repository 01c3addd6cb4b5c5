import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type SignedWebhook, type Trouble } from './double.js';

/** A request as a double understands it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What all doubles have in common: a port, what goes wrong on the way, what was heard, and the webhooks that wait. */
export abstract class DoubleServer {
  readonly heard: string[] = [];
  readonly done = { checkouts: 0, refunds: 0, cancellations: 0 };
  private readonly server = createServer((request, response) => void this.receive(request, response));
  private readonly troubles: Trouble[] = [];
  private readonly writingTroubles: Trouble[] = [];
  private waiting: SignedWebhook[] = [];
  private count = 0;

  /** What the gateway does and says; whatever it throws is a mistake in the test. */
  protected abstract answer(asked: Asked): Answer;
  /** What it says when something of its own is broken. */
  protected abstract readonly broken: Answer;
  abstract sign(body: string, at?: Date, secret?: string): SignedWebhook;

  protected async listen(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  trouble(kind: Trouble, times = 1): void {
    for (let left = times; left > 0; left -= 1) this.troubles.push(kind);
  }

  /** The same, but only with what is asked to be done, however much is read before. */
  troubleWriting(kind: Trouble): void {
    this.writingTroubles.push(kind);
  }

  /** From now on nothing goes wrong any more. */
  calm(): void {
    this.troubles.length = 0;
    this.writingTroubles.length = 0;
  }

  webhooks(): SignedWebhook[] {
    const made = this.waiting;
    this.waiting = [];
    return made;
  }

  async stop(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }

  protected send(body: object): void {
    this.waiting.push(this.sign(JSON.stringify(body)));
  }

  /** An id as the gateway makes them, which nobody else has. */
  protected newId(prefix: string): string {
    this.count += 1;
    return `${prefix}${process.pid.toString(36)}${Date.now().toString(36)}${this.count.toString().padStart(4, '0')}`;
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://double');
    const asked = { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, headers: request.headers, body: Buffer.concat(chunks).toString() };
    this.heard.push(`${asked.method} ${request.url ?? ''}\n${JSON.stringify({ ...asked.headers, authorization: undefined })}\n${asked.body}`.replaceAll(/(%[0-9A-F]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString()));
    const trouble = this.troubles.shift() ?? (asked.method === 'GET' ? undefined : this.writingTroubles.shift());
    if (trouble === 'away') return void request.socket.destroy();
    const { status, body } = trouble === 'broken' ? this.broken : this.answer(asked);
    if (trouble === 'lost_reply') return void request.socket.destroy();
    // Whoever asked hangs up in the end.
    if (trouble === 'late') return;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
}

/** Seconds since 1970, as all of them count time. */
export const seconds = (at: Date = new Date()): number => Math.floor(at.getTime() / 1000);
