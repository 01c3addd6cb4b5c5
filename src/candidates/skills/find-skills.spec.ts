import { findSkills } from './find-skills.js';
import { SkillDictionary } from './skill-dictionary.js';

const dictionary = SkillDictionary.load();
const found = (text: string): string[] => findSkills(text, dictionary).map(({ id }) => id);

describe('the skills of a text', () => {
  it('knows at least 200 skills in every category', () => {
    expect(dictionary.size).toBeGreaterThanOrEqual(200);
  });

  it('names each skill once, in the order of its first mention, however it is written', () => {
    expect(found('Postgres and ReactJS. Later PostgreSQL, react.js, K8s and kubernetes.')).toEqual(['postgresql', 'react', 'kubernetes']);
  });

  it.each([
    ['Languages: C, C++, C# and F#', ['c', 'cpp', 'csharp', 'fsharp']],
    ['C++17/Qt on Linux', ['cpp', 'linux']],
    ['ASP.NET Core, .NET, VB.NET', ['dotnet', 'visual-basic']],
    ['Node.js, NodeJS, Next.js, Vue.js', ['nodejs', 'nextjs', 'vue']],
    ['Objective-C and Swift', ['objective-c', 'swift']],
    ['CI/CD with GitHub Actions', ['ci-cd', 'github-actions']],
    ['UI/UX, A/B testing, REST APIs', ['ui-design', 'experimentation', 'rest']],
    ['Front end in React Native', ['react-native']],
    ['machine\nlearning models', ['machine-learning']],
    ['PYTHON | RUST | GO', ['python', 'rust', 'go']],
  ])('reads %j', (text, skills) => {
    expect(found(text)).toEqual(skills);
  });

  it.each([
    ['Python, Go, TypeScript'],
    ['Built payment services in Go. Moved them to Kubernetes.'],
    ['Java and Go on AWS'],
    ['• Go\n• Docker'],
    ['Programming languages: Go'],
    ['golang'],
  ])('finds Go in %j', (text) => {
    expect(found(text)).toContain('go');
  });

  it.each([
    ['Go-to-market plans for a Python product'],
    ['Ready to go, and good at Python'],
    ['Go the extra mile with Python'],
    ['Wrote Python. Go ask my team.'],
    ['Let us Go'],
  ])('does not find Go in %j', (text) => {
    expect(found(text)).not.toContain('go');
  });

  it.each([
    ['Python, R, SQL', 'r'],
    ['Statistics in R and Python', 'r'],
    ['C, Python', 'c'],
    ['Embedded software in C.\nAlso Python', 'c'],
  ])('finds the single letter in %j', (text, id) => {
    expect(found(text)).toContain(id);
  });

  it.each([
    ['C. Smith, Python developer'], ['Jane R. Miller\nPython'], ['C-level reports, Python'], ['Vitamin C, Python'], ['R&D in Python'], ['Plan C for Python'],
    ['Grade: C'], ['Toys R Us, Python'], ['the letter c, python'],
  ])('finds no single-letter language in %j', (text) => {
    expect(found(text)).not.toContain('c');
    expect(found(text)).not.toContain('r');
  });

  it.each([
    ['Spring 2019: joined the Java team', 'spring'], ['I excel at Python', 'excel'], ['a swift answer, in JavaScript', 'swift'], ['rust removal', 'rust'],
    ['javanese, scalable, gitter', 'git'], ['We rest after work', 'rest'], ['Chef at a restaurant', 'ansible'], ['people react to AWS', 'react'],
  ])('is not taken in by %j', (text, id) => {
    expect(found(text)).not.toContain(id);
  });

  it('takes no skill from an address', () => {
    expect(found('jane.python@golang.net\nhttps://github.com/docker/kotlin\nlinkedin.com/in/react www.sql.org me@react.dev github.com')).toEqual([]);
  });

  it('does not join the items of a list, of two columns or of two sentences into one name', () => {
    expect(found('machine, learning; unit\ttesting. Data. Analysis')).toEqual([]);
  });

  it('reads 200,000 hostile characters in less than two seconds', () => {
    const started = performance.now();
    for (const piece of ['Go, ', 'a-', 'a.', 'c++', 'machine ', '@', 'www.', 'Python,Go,C,R\n', 'x', ' ', '\n', '-a.com/']) found(piece.repeat(200_000 / piece.length));
    expect((performance.now() - started) / 12).toBeLessThan(2000);
  });
});

describe('the dictionary', () => {
  it('refuses one spelling for two skills', () => {
    expect(() => SkillDictionary.parse('language:\n  a: { name: Same }\n  b: { name: same }')).toThrow(/stands for a and for b/);
  });

  it('refuses a category or a key it does not know', () => {
    expect(() => SkillDictionary.parse('cookery:\n  a: { name: A }')).toThrow();
    expect(() => SkillDictionary.parse('language:\n  a: { name: A, alias: [b] }')).toThrow();
  });

  it('passes over a stored skill that has left it', () => {
    expect(dictionary.named(['python', 'gone-since'])).toEqual([{ id: 'python', name: 'Python', category: 'language' }]);
  });
});
