import { readdir } from 'node:fs/promises';
import { sampleResumePdf } from '../../support/sample-resumes.js';
import { allow } from '../../support/consents.js';
import { World } from '../../support/world.js';
import { inABucket, type Place } from '../storage/places.js';
import { sample, Speaker } from './speaker.js';

describe('recordings and resumes in a bucket', () => {
  let place: Place;
  let world: World;

  beforeAll(async () => {
    place = await inABucket();
    const { S3_BUCKET = '', S3_ENDPOINT = '' } = place.settings;
    world = await World.create({ S3_BUCKET, S3_ENDPOINT, S3_FORCE_PATH_STYLE: 'true', S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' });
  });
  afterAll(async () => {
    await world.destroy();
    await place.close();
  });

  const inTheBucket = async (): Promise<number> => (await readdir(place.folder, { recursive: true })).filter((name) => name.endsWith('_object')).length;

  it('[IM05] leave no object there after a video interview that nobody allowed to be kept, whatever is sent', async () => {
    const me = await Speaker.in(world);
    const { id } = await me.begin();
    const takeId = await me.taken(id);
    expect((await me.chunk(takeId, 0, sample('video-vp8.webm'))).status).toBe(403);
    await me.write(id, 1, 'I looked at the logs first.', { kind: 'video' });
    expect((await me.submit(id)).status).toBe(202);
    await world.settle();
    expect(await inTheBucket()).toBe(0);
  });

  it('[MP09] lie in any S3-compatible place that is set, each with an end, and are gone from it right after', async () => {
    const me = await Speaker.in(world);
    const { id } = await me.begin();
    await me.allow(id, 'audio');
    const takeId = await me.recorded(id, { kind: 'audio' });
    await allow(world, me.accountId, 'resume_keeping');
    await me.visitor.putFile('/api/resume', await sampleResumePdf());
    const held = () => world.database.query<{ kind: string; days: number }>(
      `select content_type as kind, round(extract(epoch from expires_at - created_at) / 86400)::int as days from storage.object where status = 'stored' order by 1`,
    );
    expect(await held()).toEqual([{ kind: 'application/pdf', days: 90 }, { kind: 'audio/webm', days: 30 }]);
    await world.database.moveClock('2 minutes');
    await world.settle();
    expect(await inTheBucket()).toBe(2);
    expect((await me.play(takeId, 'bytes=0-3')).status).toBe(206);
    await world.database.moveClock('30 days');
    await world.settle();
    await me.signIn();
    expect((await me.play(takeId)).status).toBe(404);
    expect(await held()).toEqual([{ kind: 'application/pdf', days: 90 }]);
    expect(await inTheBucket()).toBe(1);
  });
});
