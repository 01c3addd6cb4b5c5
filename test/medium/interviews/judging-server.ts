import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

type Protocol = 'anthropic' | 'openai';
const CRITERIA = ['relevance', 'specificity', 'structure', 'reasoning', 'clarity'];

/** An AI provider on this machine that judges every answer with the same five integers, or cannot be reached. */
export class JudgingServer {
  asked = 0;
  /** One integer for all criteria, or one for each. */
  scores: number | readonly number[] = 80;
  isAway = false;
  /** Happens once, while the next request waits for its answer. */
  meanwhile: (() => Promise<unknown>) | null = null;
  private readonly server: Server;

  constructor(private readonly protocol: Protocol) {
    this.server = createServer((request, response) => void json(request).then(async (body) => {
      this.asked += 1;
      const { meanwhile } = this;
      this.meanwhile = null;
      await meanwhile?.();
      response.writeHead(this.isAway ? 500 : 200, { 'content-type': 'application/json', ...(this.isAway ? { 'retry-after-ms': '1' } : {}) });
      response.end(this.isAway ? '{}' : this.reply(JSON.stringify(body)));
    }));
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => { this.server.listen(0, '127.0.0.1', resolve); });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => { this.server.close(resolve); });
  }

  private reply(body: string): string {
    const { scores } = this;
    const quote = /<answer>\\n(\S+ \S+)/.exec(body)?.[1] ?? '';
    const criteria = Object.fromEntries(CRITERIA.map((id, index) => [id, { score: typeof scores === 'number' ? scores : scores[index], reason: `As ${this.protocol} sees it.`, quotes: [quote] }]));
    const text = JSON.stringify({ criteria, coveredPoints: [] });
    if (this.protocol === 'anthropic') {
      return JSON.stringify({ type: 'message', id: 'msg_1', role: 'assistant', model: 'some-model', content: [{ type: 'text', text }], stop_reason: 'end_turn', usage: { input_tokens: 1, output_tokens: 1 } });
    }
    return JSON.stringify({
      id: 'resp_1', created_at: 1, model: 'some-model', usage: { input_tokens: 1, output_tokens: 1 },
      output: [{ type: 'message', role: 'assistant', id: 'msg_1', content: [{ type: 'output_text', text, annotations: [] }] }],
    });
  }
}
