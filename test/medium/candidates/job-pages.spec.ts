import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { PageFetch } from '../../../src/platform/pages/page-fetch.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

const TEXT = 'We look after the signals of forty stations. You write Python and SQL, you talk with people in three workshops, and you are on call one week in six. Whoever starts here learns the old relays first, from the people who built them.';
const HTML = `<!doctype html><html><body><nav>Menu</nav><main><h1>Signal engineer</h1><p>${TEXT}</p></main></body></html>`;

const answers: Record<string, RequestListener> = {
  '/job': (_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(HTML),
  '/packed': (_, response) => response.setHeader('content-type', 'text/html').setHeader('content-encoding', 'gzip').end(gzipSync(HTML)),
  '/moved': (_, response) => response.writeHead(302, { location: '/job' }).end(),
  '/for-ever': (_, response) => response.writeHead(302, { location: '/for-ever' }).end(),
  '/inwards': (_, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/job` }).end(),
  '/to-a-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/large': (_, response) => response.setHeader('content-type', 'text/html').end('x'.repeat(2_200_000)),
  '/bomb': (_, response) => response.setHeader('content-type', 'text/html').setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(60_000_000, 'x'))),
  '/slow': (_, response) => { response.setHeader('content-type', 'text/html').write('<p>'); },
  '/cut-off': (_, response) => { response.setHeader('content-type', 'text/html').write('<p>'); response.destroy(); },
  '/pdf': (_, response) => response.setHeader('content-type', 'application/pdf').end('%PDF-1.7'),
  '/private': (_, response) => response.writeHead(403).end(),
  '/scripts': (_, response) => response.setHeader('content-type', 'text/html').end('<div id="app"></div><script>render()</script>'),
  '/deep': (_, response) => response.setHeader('content-type', 'text/html').end('<div>'.repeat(350_000) + TEXT),
};

let server: Server;
let port: number;
let asked: { url: string; host: string; names: string[] }[] = [];
let world: World;
let candidate: Visitor;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', host: request.headers.host ?? '', names: Object.keys(request.headers) });
    (answers[request.url ?? ''] ?? ((_, missing) => missing.writeHead(404).end()))(request, response);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  ({ port } = server.address() as AddressInfo);
  world = await World.create({ PAGES_INSIDE: `localhost:${port}` });
  candidate = await world.candidate();
});
beforeEach(() => { asked = []; });
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => { server.close(resolve); });
  await world.destroy();
});

const read = (address: string) => candidate.post('/api/job-pages', { address });
const inside = (path: string): string => `http://localhost:${port}${path}`;

describe('an advertisement read from its address', () => {
  it.each(['/job', '/moved', '/packed'])('%s: comes as text for whoever named it, and nothing of it is kept', async (path) => {
    const { status, body } = await read(inside(path));
    expect([status, body]).toEqual([200, { host: `localhost:${port}`, title: 'Signal engineer', text: `Signal engineer\n\n${TEXT}` }]);
    expect(await world.database.query('select 1 from interviews.interview')).toEqual([]);
  });

  it('is asked for without anything that says who asks', async () => {
    await read(inside('/job'));
    expect(asked).toHaveLength(1);
    expect(asked[0]!.names.filter((name) => !['accept', 'accept-encoding', 'accept-language', 'connection', 'host', 'user-agent'].includes(name))).toEqual([]);
  });

  it.each([
    ['/for-ever', 'too_many_redirects', 4], ['/large', 'too_large', 1], ['/bomb', 'too_large', 1], ['/pdf', 'no_page', 1], ['/private', 'not_given', 1], ['/nowhere', 'not_there', 1], ['/cut-off', 'not_reached', 1],
    ['/inwards', 'not_https', 1], ['/to-a-file', 'not_https', 1], ['/scripts', 'has_no_text', 1],
    // It takes the processor longer than its reader may live.
    ['/deep', 'has_no_text', 1],
  ])('%s: is refused as %s, in words that say what to do', async (path, code, requests) => {
    const { status, body } = await read(inside(path));
    expect([status, body]).toEqual([422, expect.objectContaining({ code: `candidates.job_page_${code}`, detail: expect.stringMatching(/Copy the text of the advertisement and paste it instead\.$/) as string })]);
    expect(asked).toHaveLength(requests);
  });

  it.each([['no address', 'nonsense with spaces'], ['a password in it', 'https://me:secret@example.com/'], ['no host', 'https://'], ['another kind of address', 'javascript:alert(1)']])('is refused when there is %s', async (_, address) => {
    expect((await read(address)).body).toMatchObject({ status: 422, code: expect.stringMatching(/^candidates\.job_page_(no_address|not_https)$/) as string });
  });

  it('is for candidates alone', async () => {
    expect((await world.visitor().post('/api/job-pages', { address: inside('/job') })).status).toBe(401);
    expect(asked).toEqual([]);
  });
});

describe('an address in a private network', () => {
  const hosts = [
    'localhost', '127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::7f00:1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '0.0.0.0', '10.0.0.5', '172.16.3.4',
    '192.168.1.1', '169.254.169.254', '100.64.0.1', '[fd00::1]', '[fe80::1]', '[::]', '224.0.0.1', '255.255.255.255', '192.0.2.1', '198.18.0.1',
  ];

  it.each(hosts)('%s: is never connected to, in the words of a page that does not answer', async (host) => {
    const outside = new PageFetch({ inside: [], resolve: (name) => Promise.resolve([{ address: name === 'localhost' ? '127.0.0.1' : '203.0.113.9', family: 4 }]), milliseconds: 2_000 });
    await expect(outside.get(`https://${host}/job`)).rejects.toMatchObject({ fault: 'private' });
    expect(asked).toEqual([]);
  });

  it('is found out when a name stands for it beside a public one', async () => {
    const resolve = () => Promise.resolve([{ address: '93.184.215.14', family: 4 }, { address: '10.0.0.5', family: 4 }]);
    await expect(new PageFetch({ inside: [], resolve, milliseconds: 2_000 }).get('https://both.example/')).rejects.toMatchObject({ fault: 'private' });
  });

  it('says the same over HTTP as a name that does not exist', async () => {
    const [hidden, absent] = [await read('https://127.0.0.1/job'), await read('https://no-such-host.invalid/job')];
    expect(hidden.body).toEqual({ ...(absent.body as object) });
    expect(hidden.body).toMatchObject({ code: 'candidates.job_page_not_reached' });
  });

  it('cannot be slipped in between the look-up and the connection: a name is looked up once, and that address is connected to', async () => {
    let lookUps = 0;
    const resolve = () => Promise.resolve([{ address: (lookUps += 1) === 1 ? '127.0.0.1' : '192.0.2.1', family: 4 }]);
    const page = await new PageFetch({ inside: [`board.test:${port}`], resolve, milliseconds: 5_000 }).get(`http://board.test:${port}/job`);
    expect([page.bytes.toString(), lookUps, asked[0]?.host]).toEqual([HTML, 1, `board.test:${port}`]);
  });

  it.each([['http', 'http://example.com/'], ['another port', 'https://example.com:8443/']])('is not felt for by %s', async (_, address) => {
    await expect(new PageFetch({ inside: [], resolve: () => Promise.resolve([{ address: '93.184.215.14', family: 4 }]), milliseconds: 2_000 }).get(address)).rejects.toMatchObject({ fault: 'not_https' });
  });

  it('is waited for only so long, its look-up included', async () => {
    const hangs = new PageFetch({ inside: [], resolve: () => new Promise(() => undefined), milliseconds: 200 });
    await expect(hangs.get('https://slow.example/')).rejects.toMatchObject({ fault: 'too_slow' });
    const drips = new PageFetch({ inside: [`localhost:${port}`], resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]), milliseconds: 300 });
    await expect(drips.get(inside('/slow'))).rejects.toMatchObject({ fault: 'too_slow' });
  });
});
