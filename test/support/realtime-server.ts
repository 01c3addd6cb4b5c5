import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type WebSocket, WebSocketServer } from 'ws';
import { RealtimeAgent, type Script } from './realtime-agent.js';

/** How a request for a key is treated. */
export type KeyTreatment = 'key' | 'refuse' | 'too many requests' | 'internal error' | 'redirect' | 'no JSON' | 'no key' | 'a key of two words' | 'a megabyte' | 'silence';

/** A request for a key, as it came. */
export interface KeyRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
}

const PREFIX = { openai: 'openai-insecure-api-key.', xai: 'xai-client-secret.' } as const;
const KEY_SECONDS = 60;

/** A provider of somebody else on this machine whose voice agent speaks over the realtime protocol, as OpenAI's or as xAI's. */
export class RealtimeServer {
  readonly keysAsked: KeyRequest[] = [];
  readonly agents: RealtimeAgent[] = [];
  /** Takes no key for one, as if a minute had gone by. */
  takesNoKey = false;
  /** Happens before the next request for a key is answered. */
  meanwhile: (() => Promise<void>) | null = null;
  /** Calls that were answered with 401. */
  refused = 0;
  private treatments: KeyTreatment[] = [];
  private readonly keys = new Set<string>();
  private readonly server: Server;
  private readonly sockets: WebSocketServer;

  constructor(private readonly provider: keyof typeof PREFIX, public script: Script = { answers: {} }) {
    this.server = createServer((request, response) => void this.answer(request, response));
    this.sockets = new WebSocketServer({ server: this.server, path: '/v1/realtime', verifyClient: ({ req }: { req: IncomingMessage }) => this.mayCome(req), handleProtocols: (offered) => [...offered][0] ?? false });
    this.sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => void this.agents.push(new RealtimeAgent(socket, this.script, new URL(request.url ?? '', 'ws://x').searchParams.get('model'))));
  }

  /** Its address as an operator would set it. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => { this.server.listen(0, '127.0.0.1', resolve); });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.server.closeAllConnections();
    await new Promise((resolve) => { this.server.close(resolve); });
  }

  /** Forgets what was asked, and treats the next requests for a key so. */
  treat(...treatments: KeyTreatment[]): void {
    this.keysAsked.length = 0;
    this.treatments = treatments;
  }

  /** A key opens one conversation; a call without one is answered with 401. */
  private mayCome({ headers }: IncomingMessage): boolean {
    const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
    const key = offered.find((protocol) => protocol.startsWith(PREFIX[this.provider]))?.slice(PREFIX[this.provider].length) ?? '';
    const isFit = this.provider === 'xai' || offered[0] === 'realtime';
    const may = isFit && this.keys.delete(key) && !this.takesNoKey;
    if (!may) this.refused += 1;
    return may;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await json(request).catch(() => ({}))) as KeyRequest['body'];
    this.keysAsked.push({ path: request.url ?? '', headers: request.headers, body });
    const { meanwhile } = this;
    this.meanwhile = null;
    await meanwhile?.();
    const send = (status: number, content: string, headers: Record<string, string> = {}): void => void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(content);
    switch (this.treatments.shift() ?? 'key') {
      case 'key': {
        const key = `ek_${randomUUID()}`;
        this.keys.add(key);
        return send(200, JSON.stringify({ value: key, expires_at: Math.floor(Date.now() / 1000) + KEY_SECONDS }));
      }
      case 'refuse':
        return send(401, '{"error":{"message":"Incorrect API key provided: key-of-the-operator"}}');
      case 'too many requests':
        return send(429, '{}', { 'retry-after': '30' });
      case 'internal error':
        return send(500, '{}');
      case 'redirect':
        return send(307, '', { location: '/v1/elsewhere' });
      case 'no JSON':
        return send(200, 'A key? Certainly!');
      case 'no key':
        return send(200, '{"value":null}');
      case 'a key of two words':
        return send(200, '{"value":"ek_1, realtime"}');
      case 'a megabyte':
        return send(200, JSON.stringify({ value: 'k'.repeat(1_100_000) }));
      case 'silence':
    }
  }
}
