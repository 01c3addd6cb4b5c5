import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JobsRuntime, writeSchedule } from '../../src/platform/jobs/index.js';
import { World } from '../support/world.js';

describe('jobs', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  it('have one handler each in the whole product', () => {
    expect(() => world.app.get(JobsRuntime).checkHandlers()).not.toThrow();
  });

  it('are described in docs/schedule.md as they are', () => {
    const file = join(import.meta.dirname, '../../docs/schedule.md');
    if (process.env.WRITE_DOCS) writeFileSync(file, writeSchedule());
    expect(readFileSync(file, 'utf8')).toBe(writeSchedule());
  });
});
