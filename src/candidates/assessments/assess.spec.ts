import { RoleCatalogue } from '../skills/role-skills.js';
import { loadSkillDictionary } from '../skills/load-skill-dictionary.js';
import { assess } from './assess.js';
import { type Assessment } from './assessment.js';

const dictionary = loadSkillDictionary();
const roles = RoleCatalogue.load(dictionary);

const seen = (...ids: string[]) => ids.map((id) => ({ id, line: `Worked with ${id}` }));
const fitting = (skills: ReturnType<typeof seen>, description: string, years: number | null = null, roleId = 'software-engineer'): Assessment =>
  assess({ resume: { skills, years }, role: roles.find(roleId)!, description }, dictionary);
const stateOf = (made: Assessment, id: string) => made.findings.find(({ oneOf }) => oneOf.some((skill) => skill.id === id))?.state;

describe('an assessment', () => {
  it('[MO07] shows matched and missing skills with the lines where they were seen, the fit with its reasons, and ordered suggestions', () => {
    const made = fitting(seen('python', 'git'), 'We need:\n- Python (4+ years)\n- Kubernetes\n- Redis is a plus', 2.5);
    expect(made.findings.slice(0, 3)).toEqual([
      { oneOf: [{ id: 'python', name: 'Python' }], importance: 'must', weight: 3, state: 'matched', asked: { number: 2, text: 'Python (4+ years)' }, yearsAsked: 4,
        seen: { id: 'python', name: 'Python', line: 'Worked with python' } },
      { oneOf: [{ id: 'kubernetes', name: 'Kubernetes' }], importance: 'must', weight: 3, state: 'missing', asked: { number: 3, text: 'Kubernetes' }, yearsAsked: null, seen: null },
      { oneOf: [{ id: 'redis', name: 'Redis' }], importance: 'nice', weight: 1, state: 'missing', asked: { number: 4, text: 'Redis is a plus' }, yearsAsked: null, seen: null },
    ]);
    expect(made.years).toEqual({ asked: 4, line: { number: 2, text: 'Python (4+ years)' }, found: 2.5 });
    expect(made.reasons).toEqual([
      'Of the 2 skills that the description asks for, your resume shows 1. It does not show Kubernetes.',
      'Of the one skill that would be nice to have, your resume shows none. It does not show Redis.',
      'The description asks for 4 years; the periods in your resume come to 2.5 years.',
      expect.stringMatching(/^Of the \d skills that a software engineer usually needs, and the description leaves out, your resume shows 1\. It does not show REST APIs \(or the like\), /),
    ]);
    expect(made.advice.map(({ kind, skillId }) => [kind, skillId])).toEqual([
      ['add', null], ['learn', 'kubernetes'], ['learn', 'rest'], ['learn', 'unit-testing'], ['learn', 'system-design'], ['learn', 'algorithms'], ['rehearse', 'python'],
    ]);
  });

  it('counts exactly as it says: the points of the parts over the most there were', () => {
    const made = fitting(seen('python', 'git'), 'We need:\n- Python (4+ years)\n- Kubernetes\n- Redis is a plus', 2.5);
    // Of must 3 of 6, of nice 0 of 1, of the role 1 of 5, of the years 6 tenths of 3: 5.8 of 15 points.
    expect(made.parts.map(({ id, points, of }) => [id, points, of])).toEqual([['must', 3, 6], ['nice', 0, 1], ['role', 1, 5], ['years', 1.8, 3]]);
    expect(made.fit).toBe(39);
  });

  it('is the same for the same input, and is not moved by the order of the resume', () => {
    const description = 'Python, React or Vue, SQL. Docker is a plus.';
    expect(fitting(seen('python', 'svelte'), description)).toEqual(fitting(seen('python', 'svelte'), description));
    expect(fitting(seen('svelte', 'python'), description).fit).toBe(fitting(seen('python', 'svelte'), description).fit);
  });

  it('counts something near it half, and says what', () => {
    const made = fitting(seen('vue'), 'React is required');
    expect(stateOf(made, 'react')).toBe('related');
    expect(made.parts[0]).toMatchObject({ id: 'must', points: 1.5, of: 3 });
    expect(made.reasons).toContain('Something near it counts half: Vue.js for React.');
    expect(made.advice[0]).toEqual({ kind: 'add', skillId: 'react', text: 'You name Vue.js. If you have worked with React too, write where and what for: the description asks for it in line 1.' });
  });

  it('lets a skill show the broader one, and advises to name it', () => {
    const made = fitting(seen('django'), 'Python is required');
    expect(made.findings[0]).toMatchObject({ state: 'matched', seen: { id: 'django' } });
    expect(made.advice[0]).toMatchObject({ kind: 'add', skillId: 'python' });
  });

  it('is content with one of a choice', () => {
    expect(stateOf(fitting(seen('vue'), 'React or Vue'), 'vue')).toBe('matched');
    expect(stateOf(fitting(seen('google-cloud'), 'A cloud such as AWS, GCP or Azure'), 'aws')).toBe('matched');
  });

  it('says so when a description names no skill we know, and invents none', () => {
    const made = fitting(seen('python'), 'We want somebody kind who likes mornings and tea.');
    expect(made.description).toBe('no_skills');
    expect(made.findings.every(({ asked }) => asked === null)).toBe(true);
    expect(made.reasons[0]).toBe('The description names no skill we know, so your resume is held against what a software engineer is usually asked for.');
  });

  it('holds the resume against the role alone when there is no description', () => {
    const made = fitting(seen('figma', 'user-research', 'usability-testing', 'prototyping', 'ux-design'), ' ', null, 'ux-designer');
    expect(made.description).toBe('none');
    expect(made.parts).toEqual([{ id: 'role', title: 'Usual for the role', points: 16.5, of: 30 }]);
    expect(made.fit).toBe(55);
  });

  it('gives 0 to a resume in which nothing was found, and 100 to one that has all of it', () => {
    expect(fitting([], 'Python').fit).toBe(0);
    const all = roles.find('software-engineer')!;
    expect(fitting(seen(...all.core.flat(), 'haskell'), 'Haskell is required. 3 years of experience.', 3).fit).toBe(100);
  });

  it('does not count years that the resume does not say', () => {
    const made = fitting(seen('python'), 'Python, 5 years of experience');
    expect(made.parts.some(({ id }) => id === 'years')).toBe(false);
    expect(made.reasons).toContain('The description asks for 5 years. Your resume does not say how many you have, so this was not counted.');
  });

  it('weighs what every advertisement asks for less than a craft', () => {
    const made = fitting(seen('python'), 'Python and communication skills are required');
    expect(made.findings.slice(0, 2).map(({ weight }) => weight)).toEqual([3, 1]);
  });

  it('does not tell anybody to learn what an interview shows', () => {
    const made = fitting(seen('python'), 'Python and communication skills are required');
    expect(made.advice.find(({ skillId }) => skillId === 'communication')).toEqual({
      kind: 'rehearse', skillId: 'communication', text: 'Communication: have an example that shows it, because the description asks for it in line 1.',
    });
  });

  it('names no line and no skill that does not stand in the resume, the description or the role', () => {
    const description = 'Engineer\nPython, Docker\nReact or Vue\n2 years of experience. Kafka is a plus';
    const made = fitting(seen('svelte', 'django', 'podman'), description, 1);
    const lines = description.split('\n');
    for (const { asked, seen: found } of made.findings) {
      if (asked) expect(lines[asked.number - 1]).toBe(asked.text);
      if (found) expect(found.line).toBe(`Worked with ${found.id}`);
    }
  });

  it.each(roles.roles.map(({ id }) => id))('can be made for the role %s', (id) => {
    const made = fitting(seen('sql', 'crm', 'communication', 'figma', 'git', 'patient-care', 'accounting', 'budgeting', 'linux', 'warehousing', 'empathy'), '', 3, id);
    expect(made.fit).toBeGreaterThan(0);
    expect(made.fit).toBeLessThan(100);
    expect(made.advice.length).toBeGreaterThan(3);
  });
});
