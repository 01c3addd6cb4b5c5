import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Policy } from '../../src/platform/policy/index.js';

const root = join(import.meta.dirname, '../..');
const page = join(root, 'docs/policies.md');
const MARKED = /(<!-- written from the files by `npm run docs` -->\n)[\s\S]*?(<!-- end -->)/;

/** The default, and one for each system that this product can stand in for. */
const NAMES = ['viva-voce', 'moksho', 'imock', 'mocky', 'mockr', 'mockri'];

const rows: readonly (readonly [string, (policy: Policy) => string])[] = [
  ['signs in by', ({ values }) => values.signIn.ways.join(', ')],
  ['age for an account', ({ values }) => String(values.ages.account)],
  ['results of an interview', (policy) => policy.keeps('interviewResults')],
  ['… can be pinned', ({ values }) => (values.pins.interviewResults ? 'yes' : 'no')],
  ['how a resume fits', (policy) => policy.keeps('assessments')],
  ['audio of answers', (policy) => policy.keeps('practiceAudio')],
  ['videos of answers', (policy) => policy.keeps('answerVideos')],
  ['sells in', ({ values }) => values.sold.currencies.join(', ')],
  ['through', ({ values }) => Object.entries(values.sold.gateways).map(([currency, gateway]) => `${currency}: ${gateway}`).join(', ')],
  ['processors', ({ values }) => values.processors.map(({ id }) => id).join(', ')],
];

function table(): string {
  const policies = NAMES.map((name) => Policy.load(name, join(root, 'policies')));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [line(['', ...NAMES]), line(['---', ...NAMES.map(() => '---')]), ...rows.map(([title, say]) => line([title, ...policies.map(say)]))].join('');
}

describe('docs/policies.md', () => {
  it('says of each policy what its file says', () => {
    const text = readFileSync(page, 'utf8');
    const written = text.replace(MARKED, (_, begin: string, end: string) => `${begin}${table()}${end}`);
    if (process.env.WRITE_DOCS) writeFileSync(page, written);
    expect(readFileSync(page, 'utf8')).toBe(written);
  });
});
