import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchema } from '../../src/platform/config/index.js';

/** One row per setting: name, default, what it is for. */
function configurationPage(): string {
  const rows = Object.entries(configSchema.shape).map(([name, schema]) => {
    const standard = schema.safeParse(undefined);
    const fallback = standard.success && standard.data !== undefined ? `\`${String(standard.data)}\`` : '';
    return `| \`${name}\` | ${fallback} | ${schema.description ?? ''} |`;
  });
  return [
    '# Configuration', '',
    'Written from the one schema in `src/platform/config/config.schema.ts` (`npm run docs`). An empty value counts as not set.', '',
    '| setting | default | what it does |', '|---|---|---|', ...rows, '',
  ].join('\n');
}

describe('docs/configuration.md', () => {
  it('says of every setting what it does', () => {
    const file = join(import.meta.dirname, '../../docs/configuration.md');
    if (process.env.WRITE_DOCS) writeFileSync(file, configurationPage());
    expect(readFileSync(file, 'utf8')).toBe(configurationPage());
    expect(Object.values(configSchema.shape).filter(({ description }) => !description)).toEqual([]);
  });
});
