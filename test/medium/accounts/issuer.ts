import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';
import { freePort } from '../../support/world.js';

/** Somebody with an account at the issuer. */
export interface Citizen {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
  readonly picture?: string;
}

export const CLIENT = { id: 'viva-voce', secret: 'a secret between the two of us' };

/** A real OpenID Connect provider on this machine. Whoever comes along is taken for `present`, without a page to press anything on. */
export class Issuer {
  present: Citizen | null = null;
  /** What lies at its addresses below /pictures/, and how often each was asked for. */
  readonly pictures = new Map<string, { type: string; bytes: Buffer; asked: number }>();
  private server: Server | undefined;

  private constructor(readonly url: string, private readonly port: number) {}

  static async create(): Promise<Issuer> {
    const port = await freePort();
    return new Issuer(`http://localhost:${port}`, port);
  }

  /** `isLikeLinkedIn`: the address stands in the ID token, and nobody is asked for a code challenge. */
  async start(redirects: readonly string[], { isLikeLinkedIn = false } = {}): Promise<void> {
    // It says at length that keys made up for a test are not fit for production.
    console.warn = console.info = () => undefined;
    const provider = new Provider(this.url, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: redirects, token_endpoint_auth_method: 'client_secret_post' }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'picture'] },
      conformIdTokenClaims: !isLikeLinkedIn,
      pkce: { required: () => !isLikeLinkedIn },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_context: unknown, accountId: string) => ({ accountId, claims: () => this.present }),
      cookies: { keys: ['local only'] },
    });
    const answer = provider.callback();
    this.server = createServer((request, response) => {
      if (request.url?.startsWith('/pictures/')) this.show(request.url, response);
      else void (request.url?.startsWith('/interaction/') ? this.interact(provider, request, response) : answer(request, response));
    });
    await new Promise<void>((resolve) => { this.server?.listen(this.port, '127.0.0.1', resolve); });
  }

  async stop(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    server?.closeAllConnections();
    if (server) await new Promise((resolve) => { server.close(resolve); });
  }

  /** Goes to the issuer with a browser of its own, and gives the address that the issuer sends it back to. */
  async visit(url: string): Promise<URL> {
    const cookies = new Map<string, string>();
    let next = new URL(url);
    while (next.origin === this.url) {
      const response = await fetch(next, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (location === null) throw new Error(`The issuer did not send anybody back: ${response.status} ${await response.text()}`);
      next = new URL(location, this.url);
    }
    return next;
  }

  /** Puts a picture of somebody there, and says where. */
  draws(name: string, type: string, bytes: Buffer): string {
    this.pictures.set(`/pictures/${name}`, { type, bytes, asked: 0 });
    return `${this.url}/pictures/${name}`;
  }

  private show(path: string, response: ServerResponse): void {
    const picture = this.pictures.get(path);
    if (!picture) {
      response.writeHead(404).end();
      return;
    }
    picture.asked += 1;
    response.writeHead(200, { 'content-type': picture.type }).end(picture.bytes);
  }

  /** Signs in `present` and agrees to everything; refuses when nobody is present. */
  private async interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (!this.present) return provider.interactionFinished(request, response, { error: 'access_denied' });
    if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: this.present.sub } });
    const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: params.client_id });
    grant.addOIDCScope('openid profile email');
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }
}
