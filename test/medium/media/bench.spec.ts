import { measureRewriting, measureUploads } from '../../../bench/media/measure.js';
import { MediaWorkshop } from '../../../src/platform/media/index.js';
import { longRecording } from '../../support/media/long-recording.js';
import { World } from '../../support/world.js';

(process.platform === 'linux' ? describe : describe.skip)('the bench of recordings', () => {
  it('rewrites a recording, sends some at once, and sees all of them play', async () => {
    const recording = await longRecording('video-vp9.webm', { seconds: 10, bytes: 400_000 });
    expect(await measureRewriting(new MediaWorkshop(), recording, 1)).toMatchObject({ count: 1, p50: expect.any(Number) });
    const world = await World.create();
    try {
      const server = { visitor: await world.candidate(), processes: [process.pid], settle: () => world.settle() };
      expect(await measureUploads(server, recording, { uploads: 3, chunks: 5 })).toMatchObject({ uploads: 3, megabytesEach: 0.4 });
    } finally {
      await world.destroy();
    }
  });
});
