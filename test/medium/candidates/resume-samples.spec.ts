import { join } from 'node:path';
import { folded } from '../../../src/candidates/resumes/facts/folded.js';
import { readResume, type ReadResume } from '../../../src/candidates/resumes/read-resume.js';
import { loadSkillDictionary } from '../../../src/candidates/skills/load-skill-dictionary.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { type Person } from '../../support/resumes/people.js';
import { samples } from '../../support/resumes/samples.js';

const { resume: limits } = Policy.load('viva-voce', join(import.meta.dirname, '../../../policies')).values.limits;
const dictionary = loadSkillDictionary();
const TODAY = new Date('2026-11-21T12:00:00Z');

/** What stands in the person's file and must stand nowhere afterwards. */
const secretsOf = ({ name, email, phone, address, link }: Person): string[] => [name, ...name.split(' ').filter((word) => word.length > 3), email, phone, address, ...address.split(', ').slice(0, 1), link].map(folded);

describe('sixty resumes of invented people, in ten layouts', () => {
  const read = new Map<string, ReadResume>();
  beforeAll(async () => {
    for (const { file, make } of samples) read.set(file, await readResume(await make(), limits, dictionary, TODAY));
  });

  it('are sixty', () => {
    expect(samples).toHaveLength(60);
  });

  it.each(samples.map(({ file, person }) => [file, person] as const))('%s: nothing personal is left, and the facts are those of the person', (file, person) => {
    const { reading, redacted } = read.get(file)!;
    const left = folded(JSON.stringify([reading, redacted.lines]));
    expect(secretsOf(person).filter((secret) => left.includes(secret))).toEqual([]);
    expect(reading.leftOut).toEqual(expect.arrayContaining(['name', 'e-mail', 'phone', 'address', 'link']));
    const found = reading.skills.map(({ id }) => id);
    expect(person.expected.skills.filter((id) => !found.includes(id))).toEqual([]);
    expect(Math.abs((reading.years ?? 0) - person.expected.years)).toBeLessThan(0.2);
    expect(reading.positions.map(({ title, employer }) => ({ title, employer }))).toEqual(person.jobs.map(({ title, employer }) => ({ title, employer })));
    expect(reading.languages.map(({ code }) => code)).toEqual(expect.arrayContaining([...person.expected.languages]));
    expect(reading.education.map(({ level }) => level)).toEqual(expect.arrayContaining([...person.expected.levels]));
    for (const { id, line } of reading.skills) expect([id, line]).toEqual([id, expect.stringMatching(/\S/)]);
  });
});
