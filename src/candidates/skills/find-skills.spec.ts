import { timesTheCost } from '../cost.fixture.js';
import { findSkillLines, findSkills } from './find-skills.js';
import { loadSkillDictionary } from './load-skill-dictionary.js';

const dictionary = loadSkillDictionary();
const found = (text: string): string[] => findSkills(text, dictionary).map(({ id }) => id);

describe('the skills of a text', () => {
  it('names each skill once, in the order of its first mention, however it is written', () => {
    expect(found('Postgres and ReactJS. Later PostgreSQL, react.js, K8s and kubernetes.')).toEqual(['postgresql', 'react', 'kubernetes']);
  });

  it.each([
    ['Languages: C, C++, C# and F#', ['c', 'cpp', 'csharp', 'fsharp']],
    ['C++17/Qt on Linux', ['cpp', 'qt', 'linux']],
    ['ASP.NET Core, .NET, VB.NET', ['asp-net', 'dotnet', 'visual-basic']],
    ['Node.js, NodeJS, Next.js, Vue.js', ['nodejs', 'nextjs', 'vue']],
    ['Objective-C and Swift', ['objective-c', 'swift']],
    ['CI/CD with GitHub Actions', ['ci-cd', 'github-actions']],
    ['UI/UX, A/B testing, REST APIs', ['ui-design', 'experimentation', 'rest']],
    ['Front end in React Native', ['front-end-development', 'react-native']],
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
    ['python, go, rust'],
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
    ['javanese, scalable, gitter', 'git'], ['We rest after work', 'rest'], ['Chef at a restaurant', 'chef'], ['people react to AWS', 'react'],
    ['React quickly when the Docker host is down', 'react'], ['React to incidents on AWS', 'react'],
    ['Express yourself, and learn Python', 'express'], ['express delivery, Python', 'express'],
    ['I rust without work', 'rust'], ['a spark of joy in Python', 'spark'], ['Spark joy with Python', 'spark'], ['Dart across the street, Python in hand', 'dart'],
    ['Access to the building, Python skills', 'access'], ['In other words: a word of thanks for Excel', 'word'], ['Word of mouth brought Python work', 'word'],
    ['a flask of tea and Python', 'flask'], ['Puppet theatre and Python', 'puppet'], ['Ruby Miller, Python developer', 'ruby'],
    ['Julia Roberts wrote Python', 'julia'], ['Lean on me for Python', 'lean'], ['a lean team with Python', 'lean'],
    ['Teams that love Python', 'teams'], ['slack time for Python', 'slack'], ['Outlook for Python in 2027', 'outlook'], ['Our recruitment process is short', 'hiring'],
  ])('is not taken in by %j', (text, id) => {
    expect(found(text)).not.toContain(id);
  });

  it.each([
    ['Languages: Swift, Dart, Julia, Ruby', ['swift', 'dart', 'julia', 'ruby']],
    ['Python, Flask, Express, Spark', ['python', 'flask', 'express', 'spark']],
    ['Ansible, Chef, Puppet and Docker', ['ansible', 'chef', 'puppet', 'docker']],
    ['MS Excel, Word, Access, PowerPoint', ['excel', 'word', 'access', 'powerpoint']],
    ['Tools: Slack, Notion, Trello', ['slack', 'notion', 'work-trackers']],
    ['html, css, react, node, express', ['html', 'css', 'react', 'nodejs', 'express']],
  ])('takes the everyday words of %j for skills', (text, skills) => {
    expect(found(text)).toEqual(skills);
  });

  it.each([
    ['k8s', 'kubernetes'], ['postgres', 'postgresql'], ['reactjs', 'react'], ['MS Excel', 'excel'], ['Power BI', 'power-bi'], ['sklearn', 'scikit-learn'],
    ['a11y', 'accessibility'], ['Google AdWords', 'sem'], ['tier 1 support', 'help-desk'], ['cold calls', 'cold-calling'], ['US GAAP', 'gaap'], ['registered nurse', 'nursing'],
  ])('knows %j by its other name', (alias, id) => {
    expect(found(`Six years of ${alias}`)).toContain(id);
  });

  it('says in which line each skill was first seen', () => {
    const text = 'Skills\n  Python,\tGo and   SQL\n\nBuilt it in Python on k8s';
    expect(findSkillLines(text, dictionary)).toEqual([
      { id: 'python', line: 'Python, Go and SQL', number: 2 }, { id: 'go', line: 'Python, Go and SQL', number: 2 }, { id: 'sql', line: 'Python, Go and SQL', number: 2 },
      { id: 'kubernetes', line: 'Built it in Python on k8s', number: 4 },
    ]);
  });

  it('cuts a long line around the skill', () => {
    const [{ line } = { line: '' }] = findSkillLines(`${'far away '.repeat(60)}Kubernetes${' and on'.repeat(60)}`, dictionary);
    expect(line.length).toBeLessThanOrEqual(200);
    expect(line).toMatch(/^….*Kubernetes.*…$/);
  });

  it('takes no skill from an address', () => {
    expect(found('jane.python@golang.net\nhttps://github.com/docker/kotlin\nlinkedin.com/in/react www.sql.org me@react.dev github.com')).toEqual([]);
  });

  it('does not join the items of a list, of two columns or of two sentences into one name', () => {
    expect(found('machine, learning; unit\ttesting. Data. Analysis')).toEqual([]);
  });

  it.each(['Go, ', 'a-', 'a.', 'c++', 'machine ', '@', 'www.', 'Python,Go,C,R\n', 'x', ' ', '\n', '-a.com/', 'machine learning ', 'react '])('reads 200,000 hostile characters about as fast as words: %j again and again', (piece) => {
    const reading = (text: string) => () => findSkills(text.repeat(200_000 / text.length), dictionary);
    expect(timesTheCost(reading(piece), reading('I wrote Python and much more, and was glad. '))).toBeLessThan(50);
  });
});
