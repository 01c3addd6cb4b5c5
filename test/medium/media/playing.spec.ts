import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { MediaWorkshop, type Rewritten } from '../../../src/platform/media/index.js';
import { Chromium, inABrowser } from '../../support/browser.js';
import { chunksOf, sample } from '../../support/media/samples.js';
import { asParts, gathered } from './workshop.js';

const NAMES = ['video-vp8.webm', 'video-vp9.webm', 'video-avc-opus.mp4', 'video-vp9.mp4'];

inABrowser('a browser', () => {
  it('knows how long a rewritten recording is, finds any second of it, and plays to the last one', async () => {
    const files = new Map<string, { readonly seconds: number; readonly type: string; readonly bytes: Buffer }>();
    const workshop = new MediaWorkshop();
    for (const name of NAMES) files.set(`/${name}`, await taken(await workshop.rewrite(asParts([sample(name)]), wants)));
    const parts = [Buffer.concat(chunksOf('video-vp9.webm').slice(0, 2)), sample('video-vp9.webm')];
    files.set('/two-parts.webm', await taken(await workshop.rewrite(asParts(parts), wants)));
    const server = createServer((request, response) => {
      const file = files.get(request.url ?? '');
      response.setHeader('content-type', file?.type ?? 'text/html').end(file?.bytes ?? '<!doctype html><title>Player</title>');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const chromium = await Chromium.launch();
    try {
      const page = await chromium.window(`http://localhost:${(server.address() as AddressInfo).port}`);
      await page.goto('/');
      await page.addScriptTag({ path: new URL('../../support/media/play-in-page.mjs', import.meta.url).pathname });
      for (const [path, { seconds }] of files) {
        const seen = await page.evaluate<{ duration: number; width: number; middle: number; ended: number; bytesOfSound: number }>(`play(${JSON.stringify(path)})`);
        expect(seen).toMatchObject({ duration: expect.closeTo(seconds, 1), width: 320, middle: expect.closeTo(seconds / 2, 1), ended: expect.closeTo(seconds, 1) });
        expect(seen.bytesOfSound).toBeGreaterThan(0);
      }
    } finally {
      await chromium.close();
      await new Promise((closed) => server.close(closed));
    }
  });
});

const wants = { kind: 'video', maxBytes: 104_857_600, maxSeconds: 300 } as const;

async function taken(rewritten: Rewritten): Promise<{ seconds: number; type: string; bytes: Buffer }> {
  if ('fault' in rewritten) throw new Error(rewritten.fault);
  return { seconds: rewritten.durationMs / 1000, type: rewritten.contentType, bytes: await gathered(rewritten.body) };
}
