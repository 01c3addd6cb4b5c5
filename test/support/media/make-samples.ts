// Records the sample files beside it with Chromium's MediaRecorder, from a camera and a microphone of our own making:
// node --import ./test/support/typescript.mjs test/support/media/make-samples.ts
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { fakeDevices, type Heard } from './fake-devices.js';

interface Wanted {
  readonly name: string;
  readonly type: string;
  readonly heard?: Heard;
  readonly tracks?: 'both' | 'audio' | 'video' | 'muted';
  readonly seconds?: number;
}

const WANTED: readonly Wanted[] = [
  { name: 'video-vp8.webm', type: 'video/webm;codecs=vp8,opus' },
  { name: 'video-vp9.webm', type: 'video/webm;codecs=vp9,opus' },
  { name: 'video-avc.mp4', type: 'video/mp4;codecs=avc1.42E01E,mp4a.40.2' },
  { name: 'video-avc-opus.mp4', type: 'video/mp4;codecs=avc1.42E01E,opus' },
  { name: 'video-vp9.mp4', type: 'video/mp4;codecs=vp9,opus' },
  { name: 'audio-opus.webm', type: 'audio/webm;codecs=opus', tracks: 'audio' },
  { name: 'audio-opus.mp4', type: 'audio/mp4;codecs=opus', tracks: 'audio' },
  { name: 'picture-only.webm', type: 'video/webm;codecs=vp8', tracks: 'video' },
  { name: 'video-muted.webm', type: 'video/webm;codecs=vp8,opus', tracks: 'muted' },
  { name: 'audio-nothing.webm', type: 'audio/webm;codecs=opus', tracks: 'audio', heard: 'nothing' },
  { name: 'audio-quiet-room.webm', type: 'audio/webm;codecs=opus', tracks: 'audio', heard: 'room' },
];

const server = createServer((_, response) => void response.setHeader('content-type', 'text/html').end('<!doctype html><title>Samples</title>'));
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const sizes: Record<string, number[]> = {};
for (const heard of ['speech', 'nothing', 'room'] as const) {
  const devices = fakeDevices(heard);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu', ...devices.flags] });
  const page = await browser.newPage();
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  await page.addScriptTag({ path: join(import.meta.dirname, 'record-in-page.mjs') });
  for (const wanted of WANTED.filter((each) => (each.heard ?? 'speech') === heard)) {
    const chunks = await page.evaluate<string[] | null>(`record(${JSON.stringify(wanted)})`);
    if (chunks === null) {
      process.stdout.write(`${wanted.name}: this Chromium does not record ${wanted.type}\n`);
      continue;
    }
    const bytes = chunks.map((chunk) => Buffer.from(chunk, 'base64'));
    sizes[wanted.name] = bytes.map(({ length }) => length);
    writeFileSync(join(import.meta.dirname, 'samples', wanted.name), Buffer.concat(bytes));
    process.stdout.write(`${wanted.name}: ${sizes[wanted.name]?.join(' + ')} bytes\n`);
  }
  await browser.close();
  devices.end();
}
writeFileSync(join(import.meta.dirname, 'samples/chunks.json'), `${JSON.stringify(sizes, null, 1)}\n`);
server.close();
