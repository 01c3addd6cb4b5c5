import { type MediaWants, MediaWorkshop } from '../../../src/platform/media/index.js';
import { type MediaAnswer } from '../../../src/platform/media/media.js';
import { rewriteMedia } from '../../../src/platform/media/rewrite-media.js';
import { type BrokenFile, brokenFiles, hostileFiles } from '../../support/media/broken-files.js';
import { unpacked } from '../../support/media/samples.js';
import { asParts, childrenOf, gathered } from './workshop.js';

const wants = (kind: MediaWants['kind'] = 'video'): MediaWants => ({ kind, maxBytes: 10_485_760, maxSeconds: 300 });
const named = (files: readonly BrokenFile[]): [string, BrokenFile][] => files.map((file) => [file.is, file]);

describe('a recording that is', () => {
  it.each(named(brokenFiles))('%s: one fault, or a recording that is whole', async (_, { kind, parts, becomes }) => {
    // Copies, because the files are read in place.
    const { answer, body } = await rewriteMedia((await parts()).map((part) => Buffer.from(part)), wants(kind));
    await expectThat(answer, body, becomes);
  });
});

describe('a hostile recording that is', () => {
  const workshop = new MediaWorkshop();

  afterAll(() => workshop.onModuleDestroy());

  it.each(named(hostileFiles))('%s: one fault, or a recording that is whole', async (_, { kind, parts, becomes }) => {
    const rewritten = await workshop.rewrite(asParts(await parts()), wants(kind));
    if ('fault' in rewritten) return expectThat(rewritten, Buffer.alloc(0), becomes);
    const { body, ...facts } = rewritten;
    return expectThat(facts, await gathered(body), becomes);
  });

  it('leaves no process behind', () => {
    expect(childrenOf('rewrite-media.child')).toEqual([]);
  });
});

async function expectThat(answer: MediaAnswer, file: Uint8Array, becomes: BrokenFile['becomes']): Promise<void> {
  if (typeof becomes === 'string' || 'fault' in answer) {
    expect(answer).toEqual({ fault: becomes });
    return;
  }
  const { picture, sound, durationInHeader } = await unpacked(file);
  expect(answer.bytes).toBe(file.length);
  expect(Math.round(answer.durationMs / 1000)).toBe(becomes.seconds);
  expect(durationInHeader).toBeCloseTo(answer.durationMs / 1000, 1);
  expect(picture[0]?.type ?? 'no picture').toBe(answer.video ? 'key' : 'no picture');
  expect(sound.length).toBeGreaterThan(10);
}
