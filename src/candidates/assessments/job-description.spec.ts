import { timesTheCost } from '../cost.fixture.js';
import { loadSkillDictionary } from '../skills/load-skill-dictionary.js';
import { readJobDescription } from './job-description.js';

const dictionary = loadSkillDictionary();
/** `must python`, `nice vue|react`, in order. */
const wishes = (text: string): string[] => readJobDescription(text, dictionary).wishes.map(({ importance, oneOf }) => `${importance} ${oneOf.join('|')}`);
const years = (text: string): number | null => readJobDescription(text, dictionary).years?.asked ?? null;

describe('what a description asks for', () => {
  it.each([
    ['Python and SQL are required, Kubernetes is a plus.', ['must python', 'must sql', 'nice kubernetes']],
    ['Required: Python, SQL, ideally Docker', ['must python', 'must sql', 'nice docker']],
    ['Experience with Kubernetes, Terraform and Docker is a plus.', ['nice kubernetes', 'nice terraform', 'nice docker']],
    ['You know Python, SQL and Docker (a plus).', ['must python', 'must sql', 'nice docker']],
    ['Experience with Python, ideally also Rust.', ['must python', 'nice rust']],
    ['Ideally you know Docker and Kubernetes. Python is a must.', ['nice docker', 'nice kubernetes', 'must python']],
    ['You must have Python, and Docker is a plus', ['must python', 'nice docker']],
    ['Nice to have: Kafka, Redis', ['nice kafka', 'nice redis']],
    ['Preferred: GraphQL', ['nice graphql']],
    ['SQL is not required but an advantage', ['nice sql']],
    ['Knowledge of SQL is not required, but an advantage', ['nice sql']],
    ['- Go is a plus', ['nice go']],
    ['Python or R is preferred', ['nice python|r']],
  ])('weighs %j', (text, found) => {
    expect(wishes(text)).toEqual(found);
  });

  it.each([
    ['Java is not required.'], ['No need for Java: no prior knowledge of Java is necessary.'], ['You do not need Java.'],
  ])('does not ask for what %j says is not needed', (text) => {
    expect(wishes(text)).toEqual([]);
  });

  it('takes "not only" for what it is', () => {
    expect(wishes('You will not only need Python but SQL')).toEqual(['must python', 'must sql']);
  });

  it.each([
    ['Experience with React or Vue', ['must react|vue']],
    ['Python, Java or Kotlin', ['must python|java|kotlin']],
    ['AWS, Azure, or GCP and Terraform', ['must aws|azure|google-cloud', 'must terraform']],
    ['A cloud such as AWS, GCP and Azure', ['must aws|google-cloud|azure']],
    ['Relational databases (e.g. MySQL, PostgreSQL)', ['must relational-databases', 'must mysql|postgresql']],
    ['One or more modern frameworks (React, Angular, Vue)', ['must react|angular|vue']],
    ['A BI tool (Tableau, Looker)', ['must business-intelligence', 'must tableau|looker']],
    ['HTML/CSS/JavaScript', ['must html', 'must css', 'must javascript']],
  ])('sees in %j what is a choice', (text, found) => {
    expect(wishes(text)).toEqual(found);
  });

  it('lets a heading speak for the lines below it, and passes over what is said of the employer', () => {
    const text = [
      'Senior Engineer', '', 'About us', 'We sell insurance and love Haskell.', '', 'Requirements:', '- Python', '- Django', '', 'Nice to have', '- Redis', '- Strong Kafka skills are required here',
      '', 'What we offer', '- Free Java courses', '- Office 365', '', 'Equal opportunities', 'We value diversity and inclusion.',
    ].join('\n');
    expect(wishes(text)).toEqual(['must python', 'must django', 'nice redis', 'must kafka']);
  });

  it('hears a new heading end what was said of the employer, also in words it does not know', () => {
    expect(wishes('SDR\nWho we are\nWe love Haskell.\nA day in your life:\n- Make cold calls\n- Keep our CRM tidy')).toEqual(['must cold-calling', 'must crm']);
  });

  it('keeps the line where each was asked, counted from 1', () => {
    const [first, second] = readJobDescription('Role\n\n  - Python   (3+ years)\n- SQL', dictionary).wishes;
    expect(first).toMatchObject({ oneOf: ['python'], line: { number: 3, text: 'Python (3+ years)' }, years: 3 });
    expect(second).toMatchObject({ oneOf: ['sql'], line: { number: 4, text: 'SQL' }, years: null });
  });

  it('cuts a long line around what it asks for', () => {
    const [wish] = readJobDescription(`${'word '.repeat(200)}Python${' word'.repeat(200)}`, dictionary).wishes;
    expect(wish?.line.text).toMatch(/^….*\bPython\b.*…$/);
    expect(wish?.line.text.length).toBeLessThanOrEqual(300);
  });

  it('asks once for what is asked for twice, with the stronger wish and the most years', () => {
    const { wishes: found } = readJobDescription('Engineer\nPython is a plus.\nPython is required.\n5 years of Python', dictionary);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ importance: 'must', line: { number: 3 }, years: 5 });
  });

  it('takes the title for the name of the work, unless it is all there is', () => {
    expect(wishes('Senior Backend Engineer\n\n- Python')).toEqual(['must python']);
    expect(wishes('Python developer')).toEqual(['must python']);
  });

  it('drops a choice when one of its skills is asked for by itself', () => {
    expect(wishes('Engineer\nReact or Vue\nReact is required')).toEqual(['must react']);
  });

  it('finds nothing where nothing is said', () => {
    expect(readJobDescription('', dictionary)).toEqual({ wishes: [], years: null });
    expect(wishes('We want somebody kind who likes mornings and tea.')).toEqual([]);
  });

  it.each(['Python or ', 'Python, ', 'not ', '(', 'a plus ', '5 years ', 'required, ', 'or\n', '.', ': ', 'We have 5 years of Python. ', ' ', 'one to two '])('reads 20,000 hostile characters about as fast as words: %j again and again', (piece) => {
    const reading = (text: string) => () => readJobDescription(text.repeat(20_000 / text.length), dictionary);
    expect(timesTheCost(reading(piece), reading('experience with Python and much of it, '))).toBeLessThan(50);
  });
});

describe('the years a description asks for', () => {
  it.each([
    ['5+ years of experience in software', 5], ['At least five years of professional experience', 5], ['3-5 years working as an analyst', 3], ['2 to 4 yrs of experience', 2],
    ['7 years of Python', 7], ['Minimum 10 years’ experience', 10],
  ])('are read from %j', (text, asked) => {
    expect(years(text)).toBe(asked);
  });

  it.each([
    ['Founded 25 years ago'], ['We have 20 years of experience in logistics'], ['A two years contract for Python work'], ['For 12 years'], ['10 years of experience would be a plus'],
    ['About us\n30 years of experience in banking'],
  ])('are not read from %j', (text) => {
    expect(years(text)).toBeNull();
  });

  it('are the most that are asked for', () => {
    expect(years('3 years of SQL\n5 years of experience')).toBe(5);
  });
});
