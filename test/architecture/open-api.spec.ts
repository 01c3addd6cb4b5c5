import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApi } from '../../src/app/index.js';
import { World } from '../support/world.js';

describe('openapi.json', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  it('is what the server says of itself', async () => {
    const file = join(import.meta.dirname, '../../openapi.json');
    const document = `${JSON.stringify(openApi(world.app), null, 2)}\n`;
    if (process.env.WRITE_DOCS) writeFileSync(file, document);
    expect(readFileSync(file, 'utf8')).toBe(document);
    expect((await world.visitor().get('/api/openapi.json')).body).toEqual(JSON.parse(document));
  });
});
