import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** How the server treats one request; when the list is used up it does as it should. */
export type Treatment = 'as it should' | 'too many requests' | 'too many requests, wait half a minute' | 'internal error' | 'silence' | 'hangs up' | 'redirect' | 'no JSON' | 'no text' | 'a megabyte' | 'another language' | 'no sound';

/** What a provider of voices and transcripts was sent, taken apart. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  /** Of a form, without the sound; or of JSON. */
  readonly fields: Readonly<Record<string, string>>;
  readonly sound: Buffer | null;
}

export const SAID = 'I read the logs, found the one server that failed, and took it out.';
/** As those write it down that hear every "um". */
export const SAID_VERBATIM = 'Um, I read the logs, uh, found the one server that failed, and took it out.';
export const GERMAN = 'Ich habe die Protokolle gelesen und den Fehler gefunden.';
/** A second of silence, as MP3: forty frames of 64 kbit/s. */
export const MP3 = Buffer.concat(Array<Buffer>(40).fill(Buffer.concat([Buffer.from([0xff, 0xfb, 0x50, 0xc4]), Buffer.alloc(204)])));

/** Somebody else's ears and voice on this machine: OpenAI's, xAI's and those of ElevenLabs, each under its own paths. */
export class SpeechServer {
  readonly asked: Asked[] = [];
  private treatments: Treatment[] = [];
  private always: Treatment = 'as it should';
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));
  /** What happens in the world while the next request is being answered. */
  meanwhile: (() => Promise<void>) | null = null;
  /** How many have hung up before they had an answer. */
  hungUp = 0;

  /** The address up to and with its `/v1`. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => { this.server.listen(0, '127.0.0.1', resolve); });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => { this.server.close(resolve); });
  }

  /** Forgets what was asked; treats the next requests so, one after the other, and all others as `always` says. */
  treat(treatments: Treatment[], always: Treatment = 'as it should'): void {
    this.asked.length = 0;
    this.hungUp = 0;
    this.meanwhile = null;
    this.treatments = treatments;
    this.always = always;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('close', () => { if (!response.writableFinished) this.hungUp += 1; });
    const asked = await takenApart(request).catch(() => null);
    if (!asked) return;
    this.asked.push(asked);
    const treatment = this.treatments.shift() ?? this.always;
    const { meanwhile } = this;
    this.meanwhile = null;
    await meanwhile?.();
    const send = (status: number, content: string | Buffer, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': typeof content === 'string' ? 'application/json' : 'audio/mpeg', ...headers }).end(content);
    };
    if (treatment === 'silence') return;
    if (treatment === 'hangs up') return void request.socket.destroy();
    if (treatment === 'internal error') return send(500, '{}', { 'retry-after-ms': '1' });
    if (treatment === 'too many requests') return send(429, '{}', { 'retry-after-ms': '1' });
    if (treatment === 'too many requests, wait half a minute') return send(429, '{}', { 'retry-after': '30' });
    if (treatment === 'redirect') return send(307, '', { location: '/v1/elsewhere' });
    if (treatment === 'no JSON') return send(200, 'Of course! Here is what you said:');
    if (treatment === 'no sound') return send(200, '{"sorry":"no voice today"}');
    send(200, asked.sound ? JSON.stringify(transcriptOf(asked.path, treatment)) : MP3);
  }
}

async function takenApart(request: IncomingMessage): Promise<Asked> {
  const body = await buffer(request);
  const { headers } = request;
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return { path: request.url ?? '', headers, body, fields: JSON.parse(body.toString() || '{}') as Record<string, string>, sound: null };
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const file = form.get('file') as File;
  const fields = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  return { path: request.url ?? '', headers, body, fields, sound: Buffer.from(await file.arrayBuffer()) };
}

/** A word each fifth of a second. */
const timed = (text: string): { text: string; start: number; end: number }[] => text.split(' ').map((word, index) => ({ text: word, start: index / 5, end: (index + 0.9) / 5 }));

function transcriptOf(path: string, treatment: Treatment): object {
  const texts: Partial<Record<Treatment, string>> = { 'no text': '', 'a megabyte': 'long '.repeat(210_000), 'another language': GERMAN };
  const verbatim = !path.endsWith('/audio/transcriptions');
  const text = texts[treatment] ?? (verbatim ? SAID_VERBATIM : SAID);
  const words = treatment === 'a megabyte' ? [] : timed(text);
  if (path.endsWith('/speech-to-text')) {
    return { language_code: 'eng', language_probability: 1, text, words: words.flatMap((word, index) => [...(index > 0 ? [{ text: ' ', type: 'spacing', start: word.start, end: word.start }] : []), { ...word, type: 'word' }]) };
  }
  if (path.endsWith('/stt')) return { text, language: 'English', duration: 4, words };
  // OpenAI leaves the stops out of its words.
  return { task: 'transcribe', language: 'english', duration: 4, text, words: words.map(({ text: word, ...when }) => ({ word: word.replace(/[,.]/g, ''), ...when })) };
}
