import { injections } from '../../test/support/injections.js';
import { pdf } from '../../test/support/sample-resumes.js';
import { assess } from './assessments/assess.js';
import { inBrief } from './assessments/resume-in-brief.js';
import { readResume } from './resumes/read-resume.js';
import { type Reading, Refusal } from './resumes/reading.js';
import { findSkills } from './skills/find-skills.js';
import { loadSkillDictionary } from './skills/load-skill-dictionary.js';
import { RoleCatalogue } from './skills/role-skills.js';

const dictionary = loadSkillDictionary();
const role = RoleCatalogue.load(dictionary).find('software-engineer')!;
const LIMITS = { pages: 30, characters: 200_000, unpackedBytes: 20_000_000, entries: 1_000 };
const LINES = [
  'Summary', 'I keep the booking system of a ferry line running, and I like to find out why something is slow.', 'Experience', 'Software Engineer, Nordlys Ferries, 03/2019 - 06/2024',
  'Python services with PostgreSQL behind them; moved the nightly jobs to a queue.', 'Developer, Kystdata, 01/2016 - 02/2019', 'Reports in Java, and the tests for them.', 'Education', 'MSc Informatics, 2015',
];
const DESCRIPTION = 'Software engineer\nPython and PostgreSQL are required\n3 years of experience\nKafka is a plus';

const read = async (bytes: Buffer): Promise<Reading> => (await readResume(bytes, LIMITS, dictionary, new Date('2026-11-21T00:00:00Z'))).reading;
const asText = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'));
const among = (payload: string): string[] => [...LINES.slice(0, 5), payload, ...LINES.slice(5)];
const facts = ({ skills, positions, years, education, languages }: Reading) => ({ skills: skills.map(({ id }) => id).toSorted(), positions, years, education, languages });
const fit = (reading: Reading, description: string): number => assess({ resume: inBrief({ ...reading, readAt: new Date() } as Parameters<typeof inBrief>[0]), role, description }, dictionary).fit;

/** What a payload names by the way, such as the language of its link, is named; nothing else comes of it. */
const NAMING: Readonly<Record<string, string[]>> = { 'format-4': ['data-formats'], 'markup-4': ['javascript'], 'markup-5': ['javascript'] };

describe('a payload', () => {
  it.each(injections.map(({ id, text }) => [id, text]))('%s: in a resume changes nothing that is found in it, and makes it fit no job better', async (id, payload) => {
    const without = await read(asText(LINES));
    const within = await read(asText(among(payload))).catch((error: unknown) => error);
    if (within instanceof Refusal) return expect([id, within.fault]).toEqual(['hiding-2', 'disguised']);
    const { skills, ...others } = facts(without);
    expect(facts(within as Reading)).toEqual({ ...others, skills: [...skills, ...(NAMING[id] ?? [])].toSorted() });
    expect(fit(within as Reading, DESCRIPTION)).toBe(fit(without, DESCRIPTION));
  });

  it.each(injections.map(({ id, text }) => [id, text]))('%s: in a job description asks for no skill that it does not name, and makes no resume fit it better', async (id, payload) => {
    const reading = await read(asText(LINES));
    expect(findSkills(payload, dictionary).map((skill) => skill.id)).toEqual(NAMING[id] ?? []);
    expect(fit(reading, `${DESCRIPTION}\n${payload}`)).toBeLessThanOrEqual(fit(reading, DESCRIPTION));
  });

  it.each(injections.filter(({ by }) => ['order', 'claim', 'escape'].includes(by)).map(({ id, text }) => [id, text]))('%s: in white letters of a PDF is refused, or read as if it were not there', async (_, payload) => {
    const visible = await read(await pdf((doc) => doc.text(LINES.join('\n'))));
    const hidden = await read(await pdf((doc) => doc.text(LINES.join('\n')).fillColor('white').text(payload))).catch((error: unknown) => error);
    if (hidden instanceof Refusal) expect(hidden.fault).toBe('hidden_text');
    else expect(facts(hidden as Reading)).toEqual(facts(visible));
  });
});
