import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type SpeechServer } from './speech-server.js';

export const protocols = ['anthropic', 'openai', 'xai', 'compatible'] as const;
export type Protocol = (typeof protocols)[number];

/** How the server treats one request; when the list is used up it answers as it should. */
export type Treatment =
  | 'well' | 'too many requests' | 'too many requests, wait half a minute' | 'internal error' | 'silence' | 'redirect' | 'a broken line'
  | 'no JSON' | 'a score of 101' | 'a score of 7.5' | 'a total of 11' | 'a missing criterion' | 'an invented quote' | 'a megabyte'
  | { readonly says: unknown }
  /** Words for the questions of these numbers only. */
  | { readonly wordsOnly: readonly number[] };

/** What an AI provider was sent, taken apart. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly system: string;
  readonly prompt: string;
}

const SCORES = { relevance: 80, specificity: 70, structure: 60, reasoning: 90, clarity: 50 };
/** What these integers make by the weights of rubric vv-1: (80·35 + 70·25 + 60·20 + 90·10 + 50·10) / 1000. */
export const THEIR_SCORE = '7.15';
/** What every reply says it took. */
export const THEIR_UNITS = { inputTokens: 1_000, outputTokens: 200 };

/** What is spoken, or is to be, as all providers call it. */
const OF_SOUND = /\/(audio|stt|tts)(\/|$)/;

/** An AI provider of somebody else on this machine, speaking one of the protocols; with `speech`, it hears and speaks at the same address. */
export class AiServer {
  readonly asked: Asked[] = [];
  private treatments: Treatment[] = [];
  private always: Treatment = 'well';
  private readonly server: Server;

  constructor(private readonly protocol: Protocol, speech?: SpeechServer) {
    this.server = createServer((request, response) => void (speech && OF_SOUND.test(request.url ?? '') ? speech : this).answer(request, response));
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
  treat(treatments: Treatment[], always: Treatment = 'well'): void {
    this.asked.length = 0;
    this.treatments = treatments;
    this.always = always;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await json(request)) as Body;
    const asked = { path: request.url ?? '', headers: request.headers, body: JSON.stringify(body), ...partsOf(body) };
    this.asked.push(asked);
    const treatment = this.treatments.shift() ?? this.always;
    const { meanwhile } = this;
    this.meanwhile = null;
    await meanwhile?.();
    const send = (status: number, content: string, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(content);
    };
    if (treatment === 'silence') return;
    if (treatment === 'a broken line') return void request.socket.resetAndDestroy();
    if (treatment === 'internal error') return send(500, '{}', { 'retry-after-ms': '1' });
    if (treatment === 'too many requests') return send(429, '{}', { 'retry-after-ms': '1' });
    if (treatment === 'too many requests, wait half a minute') return send(429, '{}', { 'retry-after': '30' });
    if (treatment === 'redirect') return send(307, '', { location: '/v1/elsewhere' });
    send(200, JSON.stringify(REPLIES[this.protocol](replyTo(asked, treatment))));
  }
}

interface Body {
  readonly system?: { text: string }[];
  readonly messages?: { role: string; content: string | { text: string }[] }[];
  readonly input?: { role: string; content: string | { text: string }[] }[];
}

function partsOf({ system, messages, input }: Body): { system: string; prompt: string } {
  const said = input ?? messages ?? [];
  const instructions = system ?? said.find(({ role }) => role === 'system' || role === 'developer')?.content;
  return { system: textOf(instructions), prompt: textOf(said.find(({ role }) => role === 'user')?.content) };
}

function textOf(content: string | { text: string }[] | undefined): string {
  return typeof content === 'string' ? content : (content ?? []).map(({ text }) => text).join('');
}

function replyTo(asked: Asked, treatment: Treatment): string {
  if (treatment === 'no JSON') return 'Of course! Here is what I think of it:';
  if (typeof treatment === 'object' && 'says' in treatment) return JSON.stringify(treatment.says);
  return JSON.stringify(asked.prompt.includes('<questions>') ? wordingOf(asked, typeof treatment === 'object' ? treatment.wordsOnly : null) : judgementOf(asked, treatment));
}

/** Every question in the planned words, with something of the occasion in front. */
function wordingOf({ prompt }: Asked, only: readonly number[] | null): object {
  const planned = /<questions>\n([\s\S]*)\n<\/questions>/.exec(prompt)?.[1] ?? '';
  return { questions: [...planned.matchAll(/^(\d+)\. (.*)$/gm)].map(([, number, text]) => ({ number: Number(number), text: `For the work on our ferries, ${text}` })).filter(({ number }) => only?.includes(number) ?? true) };
}

function judgementOf({ system, prompt }: Asked, treatment: Treatment): object {
  const quote = treatment === 'an invented quote' ? 'words that nobody said' : (/<answer>\s+(\S+ \S+ \S+)/.exec(prompt)?.[1] ?? '');
  const reason = treatment === 'a megabyte' ? 'long '.repeat(210_000) : 'You say what you did.';
  const criteria: Record<string, object> = Object.fromEntries(Object.entries(SCORES).map(([id, score]) => [id, { score, reason, quotes: [quote] }]));
  if (treatment === 'a score of 101') criteria.clarity = { score: 101, reason, quotes: [quote] };
  if (treatment === 'a score of 7.5') criteria.clarity = { score: 7.5, reason, quotes: [quote] };
  if (treatment === 'a missing criterion') delete criteria.clarity;
  const point = /by id:\n- ([a-z0-9-]+): /.exec(system)?.[1];
  return { criteria, coveredPoints: [point], ...(treatment === 'a total of 11' ? { total: 11 } : {}) };
}

const { inputTokens, outputTokens } = THEIR_UNITS;
const counted = { input_tokens: inputTokens, output_tokens: outputTokens };
const responseWith = (text: string): object => ({
  id: 'resp_1', object: 'response', created_at: 1, model: 'some-model', status: 'completed', usage: counted,
  output: [{ type: 'message', role: 'assistant', id: 'msg_1', status: 'completed', content: [{ type: 'output_text', text, annotations: [] }] }],
});

const REPLIES: Readonly<Record<Protocol, (text: string) => object>> = {
  anthropic: (text) => ({ type: 'message', id: 'msg_1', role: 'assistant', model: 'some-model', content: [{ type: 'text', text }], stop_reason: 'end_turn', usage: counted }),
  openai: responseWith,
  xai: responseWith,
  compatible: (text) => ({
    id: 'chat_1', created: 1, model: 'some-model', choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    usage: { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens },
  }),
};
