import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { clipOf } from '../../src/platform/media/index.js';
import { rewriteMedia } from '../../src/platform/media/rewrite-media.js';
import { longRecording } from '../../test/support/media/long-recording.js';
import { inTurns } from '../search/timing.js';
import { type Figures } from './figures.js';

const ROUNDS = 20;
/** The longest answer at the rates of our recorder, and the longest clip of it. */
const RECORDING = { seconds: 290, bytes: 45_000_000 };
const PART = { fromMs: 100_000, toMs: 190_000 };

/** A clip that is cut from a file into memory, to be stored, against the same by ffmpeg's stream copy, by the clock; null where there is no ffmpeg. `FFMPEG` says where one lies. */
export async function clipFigures(): Promise<Figures | null> {
  const ffmpeg = process.env['FFMPEG'] ?? 'ffmpeg';
  if (!isThere(ffmpeg)) {
    process.stderr.write('Left out: a clip against ffmpeg, which is not here; FFMPEG can say where one lies\n');
    return null;
  }
  const folder = await mkdtemp(join(tmpdir(), 'viva-clip-'));
  const recording = join(folder, 'recording.webm');
  try {
    const { body } = await rewriteMedia([await longRecording('video-vp9.webm', RECORDING)], { kind: 'video', maxBytes: 104_857_600, maxSeconds: 300 });
    await writeFile(recording, body);
    const cut = [PART.fromMs, PART.toMs - PART.fromMs].map((milliseconds) => String(milliseconds / 1000)) as [string, string];
    const times = await inTurns(ROUNDS, {
      ours: () => cutFile(recording),
      theirs: () => promisify(execFile)(ffmpeg, ['-v', 'error', '-ss', cut[0], '-i', recording, '-t', cut[1], '-c', 'copy', '-f', 'webm', 'pipe:1'], { encoding: 'buffer', maxBuffer: 104_857_600 }),
    });
    return { name: 'clip by packet copy ÷ ffmpeg, stream copy', ...times, ratio: times.ours.p50 / times.theirs.p50 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function cutFile(from: string): Promise<void> {
  const file = await open(from);
  try {
    const { size } = await stat(from);
    const read = async (start: number, until: number, room = 0): Promise<Buffer> => (await file.read(Buffer.allocUnsafe(room + until - start), room, until - start, start)).buffer;
    await clipOf({ bytes: size, read }, { ...PART, maxMs: 90_000, maxBytes: 52_428_800, withinMs: 60_000 });
  } finally {
    await file.close();
  }
}

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
