import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export type Protocol = 'anthropic' | 'openai';

/** How the server treats one request; when the list is used up it judges as it should. */
export type Treatment =
  | 'judge' | 'too many requests' | 'too many requests, wait half a minute' | 'internal error' | 'silence' | 'redirect'
  | 'no JSON' | 'a score of 101' | 'a score of 7.5' | 'a missing criterion' | 'an invented quote' | 'a megabyte';

/** What an AI provider was sent, taken apart. */
export interface Asked {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly system: string;
  readonly prompt: string;
}

const SCORES = { relevance: 80, specificity: 70, structure: 60, reasoning: 90, clarity: 50 };
/** What these integers make by the weights of rubric vv-1: (80·35 + 70·25 + 60·20 + 90·10 + 50·10) / 1000. */
export const THEIR_SCORE = '7.15';

/** An AI provider of somebody else on this machine, speaking one of the two protocols. */
export class AiServer {
  readonly asked: Asked[] = [];
  private treatments: Treatment[] = [];
  private always: Treatment = 'judge';
  private readonly server: Server;

  constructor(private readonly protocol: Protocol) {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => { this.server.listen(0, '127.0.0.1', resolve); });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => { this.server.close(resolve); });
  }

  /** What happens in the world while the next request is being answered. */
  meanwhile: (() => Promise<void>) | null = null;

  /** Forgets what was asked; treats the next requests so, one after the other, and all others as `always` says. */
  treat(treatments: Treatment[], always: Treatment = 'judge'): void {
    this.asked.length = 0;
    this.treatments = treatments;
    this.always = always;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await json(request)) as Body;
    const asked = { headers: request.headers, body: JSON.stringify(body), ...partsOf(body) };
    this.asked.push(asked);
    const treatment = this.treatments.shift() ?? this.always;
    const { meanwhile } = this;
    this.meanwhile = null;
    await meanwhile?.();
    const send = (status: number, content: string, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(content);
    };
    if (treatment === 'silence') return;
    if (treatment === 'internal error') return send(500, '{}', { 'retry-after-ms': '1' });
    if (treatment === 'too many requests') return send(429, '{}', { 'retry-after-ms': '1' });
    if (treatment === 'too many requests, wait half a minute') return send(429, '{}', { 'retry-after': '30' });
    if (treatment === 'redirect') return send(307, '', { location: '/v1/elsewhere' });
    send(200, this.protocol === 'anthropic' ? messageWith(judgementOf(asked, treatment)) : responseWith(judgementOf(asked, treatment)));
  }
}

interface Body {
  readonly system?: { text: string }[];
  readonly messages?: { content: { text: string }[] }[];
  readonly input?: { role: string; content: string | { text: string }[] }[];
}

function partsOf({ system, messages, input }: Body): { system: string; prompt: string } {
  if (input) return { system: textOf(input[0]?.content), prompt: textOf(input[1]?.content) };
  return { system: textOf(system), prompt: textOf(messages?.[0]?.content) };
}

function textOf(content: string | { text: string }[] | undefined): string {
  return typeof content === 'string' ? content : (content ?? []).map(({ text }) => text).join('');
}

function judgementOf({ system, prompt }: Asked, treatment: Treatment): string {
  if (treatment === 'no JSON') return 'Of course! Here is what I think of it:';
  const quote = treatment === 'an invented quote' ? 'words that nobody said' : (/<answer>\n(\S+ \S+ \S+)/.exec(prompt)?.[1] ?? '');
  const reason = treatment === 'a megabyte' ? 'long '.repeat(210_000) : 'You say what you did.';
  const criteria: Record<string, object> = Object.fromEntries(Object.entries(SCORES).map(([id, score]) => [id, { score, reason, quotes: [quote] }]));
  if (treatment === 'a score of 101') criteria.clarity = { score: 101, reason, quotes: [quote] };
  if (treatment === 'a score of 7.5') criteria.clarity = { score: 7.5, reason, quotes: [quote] };
  if (treatment === 'a missing criterion') delete criteria.clarity;
  const point = /by id:\n- ([a-z0-9-]+): /.exec(system)?.[1];
  return JSON.stringify({ criteria, coveredPoints: [point] });
}

function messageWith(text: string): string {
  return JSON.stringify({ type: 'message', id: 'msg_1', role: 'assistant', model: 'some-model', content: [{ type: 'text', text }], stop_reason: 'end_turn', usage: { input_tokens: 1, output_tokens: 1 } });
}

function responseWith(text: string): string {
  return JSON.stringify({
    id: 'resp_1', created_at: 1, model: 'some-model', usage: { input_tokens: 1, output_tokens: 1 },
    output: [{ type: 'message', role: 'assistant', id: 'msg_1', content: [{ type: 'output_text', text, annotations: [] }] }],
  });
}
