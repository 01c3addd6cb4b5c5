import { type LookupAddress } from 'node:dns';
import { type IncomingMessage, type RequestOptions, request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { PageFault } from './page-fault.js';
import { publicAddresses, type Resolve } from './public-addresses.js';

const MOST_REDIRECTS = 3;
const PORTS = ['', '80', '443'];
const LONGEST_ADDRESS = 2_000;

/** What one page sent. `contentType` is the server's word for it, with its character set. */
export interface Page {
  readonly host: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** What is asked for, and what of it is taken. */
export interface Wanted {
  readonly accept: string;
  readonly types: RegExp;
  readonly mostBytes: number;
}

const PAGE: Wanted = { accept: 'text/html, text/plain;q=0.9', types: /^(?:text\/html|application\/xhtml\+xml|text\/plain)\s*(?:;|$)/i, mostBytes: 2 * 1_048_576 };

/** How the outside world is reached. */
export interface PageWorld {
  /** `host:port` of pages in one's own house, which may be private and plain http. */
  readonly inside: readonly string[];
  readonly resolve: Resolve;
  /** How long one page may take, with all redirects. */
  readonly milliseconds: number;
}

/**
 * Fetches one page that somebody named, without lending them our place in the network: https only, no private address at
 * any hop, connected to the very address that was checked, no cookie or password sent, 5 s, 3 redirects, 2 MB of a page.
 */
export class PageFetch {
  constructor(private readonly world: PageWorld) {}

  /** Throws a PageFault. */
  async get(address: string, wanted: Wanted = PAGE): Promise<Page> {
    const signal = AbortSignal.timeout(this.world.milliseconds);
    try {
      return await this.follow(pageAddress(address), wanted, signal);
    } catch (error) {
      if (error instanceof PageFault) throw error;
      // The words of the network name hosts and addresses inside; whoever asked is told only what happened.
      throw new PageFault(signal.aborted ? 'too_slow' : 'not_reached');
    }
  }

  private async follow(first: URL, wanted: Wanted, signal: AbortSignal): Promise<Page> {
    let url = first;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const response = await this.ask(url, wanted.accept, signal);
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        response.destroy();
        url = pageAddress(new URL(headers.location, url).href);
        continue;
      }
      if (statusCode !== 200) throw refused(response, statusCode === 404 || statusCode === 410 ? 'not_there' : 'not_given');
      if (!wanted.types.test(headers['content-type'] ?? '')) throw refused(response, 'no_page');
      return { host: url.host, contentType: headers['content-type'] ?? '', bytes: await upTo(wanted.mostBytes, unpacked(response)) };
    }
    throw new PageFault('too_many_redirects');
  }

  private async ask(url: URL, accept: string, signal: AbortSignal): Promise<IncomingMessage> {
    const isInside = this.world.inside.includes(`${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`);
    if (!isInside && (url.protocol !== 'https:' || !PORTS.includes(url.port))) throw new PageFault('not_https');
    const addresses = await within(signal, isInside ? this.world.resolve(url.hostname) : publicAddresses(url.hostname, this.world.resolve));
    if (addresses === null) throw new PageFault('private');
    return new Promise((resolve, reject) => {
      const options: RequestOptions = {
        // Nobody is looked up again between the check and the connection.
        lookup: pinnedTo(addresses), agent: false, signal,
        headers: { accept, 'accept-encoding': 'gzip, br', 'accept-language': 'en', 'user-agent': 'VivaVoce/1.0 (reads one page that its user names)' },
      };
      const send = url.protocol === 'https:' ? requestSecurely : requestPlainly;
      send(url, options, resolve).on('error', reject).end();
    });
  }
}

/** A resolver cannot be told to stop; it is no longer listened to. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([work, new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => { reject(signal.reason as Error); }, { once: true });
  })]);
}

/** The address as it was typed, with or without `https://`. */
function pageAddress(text: string): URL {
  const typed = text.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
  if (url === null || typed.length > LONGEST_ADDRESS) throw new PageFault('no_address');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new PageFault('not_https');
  // A password in an address would be shown to whoever it redirects to.
  if (url.username !== '' || url.password !== '') throw new PageFault('no_address');
  return url;
}

function pinnedTo(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, { all }, answer) => {
    const [first] = addresses;
    if (first === undefined) answer(new Error('No address'), '');
    else if (all) answer(null, [...addresses]);
    else answer(null, first.address, first.family);
  };
}

function refused(response: IncomingMessage, fault: ConstructorParameters<typeof PageFault>[0]): PageFault {
  response.destroy();
  return new PageFault(fault);
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = { gzip: createGunzip, br: createBrotliDecompress }[response.headers['content-encoding'] ?? ''];
  if (unpack === undefined) return response;
  // What goes wrong on either side ends both; whoever reads the result hears of it.
  return pipeline(response, unpack(), () => undefined);
}

async function upTo(most: number, body: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += (piece as Buffer).length;
    if (bytes > most) throw new PageFault('too_large');
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}
