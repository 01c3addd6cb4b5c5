import { type HeldTable } from '../../src/platform/personal-data/index.js';
import { type Policy } from '../../src/platform/policy/index.js';

/** `docs/data-map.md`: every table with its holder, whose rows they are, and how long they are kept. */
export function dataMap(held: readonly (HeldTable & { module: string })[], policy: Policy): string {
  const rows = [...held]
    .sort((a, b) => a.table.localeCompare(b.table))
    .map(({ table, module, subjectColumn, retention }) =>
      `| \`${table}\` | ${module} | ${subjectColumn ? `\`${subjectColumn}\`` : 'nobody, or through its parent'} | ${retention} | ${retention === 'its own end' ? 'each row until the end it was stored with' : `${policy.keeps(retention)}, from ${policy.values.retention[retention].from}`} |`);
  return [
    '# Data map', '',
    'Written by the tests from what each module declares (`npm run docs`); the periods are those of the default policy.', '',
    '| table | held by | whose | class | kept |', '|---|---|---|---|---|', ...rows, '',
  ].join('\n');
}
