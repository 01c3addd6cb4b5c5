// What does a spoken answer cost? `npm run bench:media -- --json`, from what was built: the processor time of checking an answer
// of 90 seconds and writing it anew, and the memory of a server that takes twenty of them at once. Linux only: it reads /proc.
import { parseArgs } from 'node:util';
import { type MediaWorkshop } from '../src/platform/media/index.js';
import { signedUp } from '../test/journeys/newcomer.js';
import { WholeProduct } from '../test/journeys/whole-product.js';
import { longRecording } from '../test/support/media/long-recording.js';
import { measureAssembly } from './media/assembly.js';
import { measureRewriting, measureUploads } from './media/measure.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' }, uploads: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } } });
const CHUNKS = 45;

const webm = await longRecording('video-vp9.webm', { seconds: 90, bytes: 8_388_608 });
const mp4 = await longRecording('video-avc-opus.mp4', { seconds: 90, bytes: 8_388_608 });
const built = new URL('../dist/platform/media/index.js', import.meta.url).href;
const workshop = new ((await import(built)) as { MediaWorkshop: typeof MediaWorkshop }).MediaWorkshop();
const rewriting = { webm: await measureRewriting(workshop, webm, Number(values.rounds)), mp4: await measureRewriting(workshop, mp4, Number(values.rounds)) };

const assembly = await measureAssembly({ rounds: Number(values.rounds), chunks: CHUNKS });

const product = await WholeProduct.start(39_600);
try {
  const server = { visitor: await signedUp(product.url, 'bench@example.com'), processes: [product.processOf('web'), product.processOf('worker')] };
  // A server that was used before: what its first answer loads is not counted.
  await measureUploads(server, webm, { uploads: 1, chunks: CHUNKS });
  const uploads = await measureUploads(server, webm, { uploads: Number(values.uploads), chunks: CHUNKS });
  process.stdout.write(values.json ? `${JSON.stringify({ rewriting, assembly, uploads })}\n` : [
    `a 90 s answer, checked and written anew, ms of processor time p50/p95: WebM ${rewriting.webm.p50}/${rewriting.webm.p95}, MP4 ${rewriting.mp4.p50}/${rewriting.mp4.p95}`,
    `the same with reading its ${CHUNKS} pieces and storing the result: ${assembly.p50}/${assembly.p95}`,
    `${uploads.uploads} uploads of ${uploads.megabytesEach} MB at once: web and worker grew by ${uploads.megabytesGrown} MB, children held ${uploads.megabytesOfChildren} MB`,
    `all play after ${uploads.secondsUntilAllPlay} s; ${uploads.processorMsEach} ms of processor time each, from the first byte to the stored recording`, '',
  ].join('\n'));
} finally {
  await product.end();
}
