import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { folded } from '../src/candidates/resumes/facts/folded.js';
import { readResume } from '../src/candidates/resumes/read-resume.js';
import { findSkills } from '../src/candidates/skills/find-skills.js';
import { loadSkillDictionary } from '../src/candidates/skills/load-skill-dictionary.js';
import { Policy } from '../src/platform/policy/index.js';

// How much of a resume is found: `npm run bench:resumes -- --dir <folder> --expected <json>`; without them, our own samples.
const expectation = z.object({ file: z.string(), name: z.string().optional(), email: z.string().optional(), skills: z.array(z.string()).optional(), years: z.number().optional() });
type Expectation = z.infer<typeof expectation>;

interface Finding {
  readonly file: string;
  readonly fault: string | null;
  readonly name: boolean | null;
  readonly email: boolean | null;
  readonly hits: number;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
  readonly yearsOff: number | null;
  readonly milliseconds: number;
}

const { values } = parseArgs({ options: { dir: { type: 'string' }, expected: { type: 'string' }, verbose: { type: 'boolean', default: false } } });
const root = join(import.meta.dirname, '..');
const limits = Policy.load('viva-voce', join(root, 'policies')).values.limits.resume;
const dictionary = loadSkillDictionary();
const own = values.dir === undefined ? mkdtempSync(join(tmpdir(), 'viva-resumes-')) : null;
try {
  const folder = values.dir ?? own!;
  const expected = own === null ? z.array(expectation).parse(JSON.parse(readFileSync(values.expected ?? join(folder, 'expected.json'), 'utf8'))) : await writeSamples(own);
  const findings: Finding[] = [];
  for (const each of expected) findings.push(await measure(folder, each));
  tell(findings);
} finally {
  if (own !== null) rmSync(own, { recursive: true, force: true });
}

async function writeSamples(folder: string): Promise<Expectation[]> {
  const { writeFileSync } = await import('node:fs');
  const { samples } = await import('../test/support/resumes/samples.js');
  for (const { file, make } of samples) writeFileSync(join(folder, file), await make());
  return samples.map(({ file, person }) => ({ file, name: person.name, email: person.email, skills: [...person.expected.skills], years: person.expected.years }));
}

async function measure(folder: string, { file, name, email, skills = [], years }: Expectation): Promise<Finding> {
  const started = performance.now();
  try {
    const { reading, redacted } = await readResume(readFileSync(join(folder, file)), limits, dictionary, new Date());
    const found = new Set(reading.skills.map(({ id }) => id));
    const wanted = skills.map((skill) => ({ skill, id: idOf(skill) }));
    return {
      file, fault: null, milliseconds: performance.now() - started,
      name: name === undefined ? null : sameWords(redacted.found.name ?? '', name) && !redacted.lines.some((line) => folded(line).includes(folded(name))),
      email: email === undefined ? null : redacted.found.emails.some((one) => folded(one).replace(/\s/g, '') === folded(email)) && !redacted.lines.join('\n').includes(email),
      hits: wanted.filter(({ id }) => id !== null && found.has(id)).length,
      missed: wanted.filter(({ id }) => id === null || !found.has(id)).map(({ skill, id }) => (id === null ? `${skill} (not in the dictionary)` : skill)),
      extra: [...found].filter((id) => !wanted.some((one) => one.id === id)),
      yearsOff: years === undefined ? null : Math.abs((reading.years ?? 0) - years),
    };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { file, fault, name: name === undefined ? null : false, email: email === undefined ? null : false, hits: 0, missed: skills, extra: [], yearsOff: null, milliseconds: performance.now() - started };
  }
}

/** An expected skill is an id of ours, or any way to write one. */
function idOf(skill: string): string | null {
  if (dictionary.named([skill]).length > 0) return skill;
  return findSkills(`Skills: ${skill}`, dictionary).at(-1)?.id ?? null;
}

function sameWords(found: string, expected: string): boolean {
  const words = (text: string): string => folded(text).split(/[^\p{L}]+/u).filter((word) => word.length > 1).sort().join(' ');
  return words(found) === words(expected);
}

function tell(findings: readonly Finding[]): void {
  const read = findings.filter(({ fault }) => fault === null);
  const share = (of: 'name' | 'email'): string => {
    const asked = findings.filter((finding) => finding[of] !== null);
    return `${asked.filter((finding) => finding[of]).length} of ${asked.length}`;
  };
  const sum = (count: (finding: Finding) => number): number => findings.reduce((total, finding) => total + count(finding), 0);
  const hits = sum((finding) => finding.hits);
  const percent = (all: number): string => (all === 0 ? 'none asked' : `${((hits / all) * 100).toFixed(1)} %`);
  const years = findings.map(({ yearsOff }) => yearsOff).filter((off) => off !== null);
  for (const { file, fault, name, email, missed, extra, yearsOff, milliseconds } of findings) {
    const faults = [fault, name === false ? 'name' : '', email === false ? 'e-mail' : '', missed.length > 0 ? `missed ${missed.join(', ')}` : '', values.verbose && extra.length > 0 ? `besides ${extra.join(', ')}` : '', yearsOff !== null && yearsOff > 0.3 ? `years off by ${yearsOff.toFixed(1)}` : ''].filter(Boolean);
    if (faults.length > 0 || values.verbose) console.log(`${file}: ${faults.join('; ') || 'all found'} (${Math.round(milliseconds)} ms)`);
  }
  console.log(`\nread           ${read.length} of ${findings.length}\nname found     ${share('name')}\ne-mail found   ${share('email')}`);
  console.log(`skill recall   ${percent(hits + sum(({ missed }) => missed.length))}\nskill precision ${percent(hits + sum(({ extra }) => extra.length))}`);
  if (years.length > 0) console.log(`years off by   ${(years.reduce((total, off) => total + off, 0) / years.length).toFixed(2)} on average, ${Math.max(...years).toFixed(1)} at most`);
}
