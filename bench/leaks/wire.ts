import { Agent, request } from 'node:http';

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** Sends requests of one person to one server. */
export type Send = (method: string, path: string, body?: object) => Promise<Reply>;

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

export function sender(url: string, cookie: string): Send {
  return (method, path, body) => new Promise((resolve, reject) => {
    const headers = { cookie, ...(method === 'GET' ? {} : { origin: url }), ...(body ? { 'content-type': 'application/json' } : {}) };
    const sent = request(`${url}${path}`, { method, agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => { text += chunk; });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body && JSON.stringify(body));
  });
}

/** The fault that the checker must find: a cache between all readers and the servers that answers what was true a moment ago. */
export function lateCache(milliseconds: number): (send: Send) => Send {
  const kept = new Map<string, { readonly at: number; readonly reply: Promise<Reply> }>();
  return (send) => (method, path, body) => {
    if (body) return send(method, path, body);
    const known = kept.get(path);
    if (known && Date.now() - known.at < milliseconds) return known.reply;
    const reply = send(method, path);
    kept.set(path, { at: Date.now(), reply });
    return reply;
  };
}
