/** What came back: the status, the parsed body (JSON where it is JSON), the headers. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly headers: Headers;
}

/** A person at a browser, as far as HTTP goes: keeps cookies, says where requests come from. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.send('PUT', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  putFile(path: string, bytes: Uint8Array, contentType = 'application/pdf'): Promise<Answer> {
    return this.send('PUT', path, Buffer.from(bytes), { 'content-type': contentType });
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  /** The cookies as a browser would send them. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async send(method: string, path: string, body?: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...(this.cookies.size > 0 ? { cookie: this.cookie } : {}), ...(method === 'GET' ? {} : { origin: this.url }), ...headers },
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, text, body: isJson ? (JSON.parse(text) as unknown) : text, headers: response.headers };
  }

  /** Keeps a cookie as a `Set-Cookie` line gives it. */
  keep(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name === undefined) return;
    if (/max-age=0/i.test(line) || value === '') this.cookies.delete(name);
    else this.cookies.set(name, value ?? '');
  }
}
