import { emptyDraft, type TemplateDraft } from './template-content.js';
import { checked, type Surroundings } from './template-faults.js';

type BankQuestion = NonNullable<ReturnType<Surroundings['material']['question']>>;

const anchors = { 1: 'Guesses.', 3: 'Tries.', 5: 'Proves.' };
const bank = (id: string, competencies: string[]): BankQuestion =>
  ({ id, text: `Question ${id}?`, kind: 'behavioural', competencies, roles: [], levels: ['junior'], points: ['say it'], anchors, thinkSeconds: 30, answerSeconds: 120 });
const questions = [bank('a-bug', ['problem-solving']), bank('a-quarrel', ['collaboration'])];
const surroundings: Surroundings = {
  material: {
    competencies: () => [{ id: 'problem-solving', title: 'Problem solving', cues: [] }, { id: 'collaboration', title: 'Collaboration', cues: [] }, { id: 'delivery', title: 'Delivery', cues: [] }],
    levels: () => [{ id: 'junior', title: 'Junior' }],
    question: (id) => questions.find((question) => question.id === id) ?? null,
  },
  answerSeconds: 300,
  now: new Date('2026-06-22T14:00:00Z'),
};
const own: TemplateDraft['questions'][number] = {
  source: 'own', id: '0192f3a0-0000-7000-8000-000000000001', text: 'How would you ship it on Friday?', kind: 'situational', competencies: ['delivery'],
  points: [{ text: 'cut the scope', synonyms: ['leave out', 'smaller', 'not all of it'] }, { text: 'say who was told', synonyms: ['told the team', 'wrote to', 'let them know'] }], anchors, thinkSeconds: 30, answerSeconds: 120,
};
const fit: TemplateDraft = {
  ...emptyDraft('Data analyst', 'junior'), competencies: ['problem-solving', 'collaboration'],
  questions: [{ source: 'bank', questionId: 'a-bug' }, { source: 'bank', questionId: 'a-quarrel', answerSeconds: 90 }],
};
const faultsIn = (change: Partial<TemplateDraft>): Record<string, string> => Object.fromEntries(checked({ ...fit, ...change }, surroundings).faults.map(({ field, says }) => [field, says]));
const newYork = { auditDate: '2026-03-10', auditUrl: 'https://acme.com/audit' };

describe('a template', () => {
  it('is fit to be published when every competency has a question', () => {
    expect(checked(fit, surroundings)).toEqual({ content: fit, faults: [] });
    expect(faultsIn({ competencies: ['problem-solving', 'delivery'], questions: [fit.questions[0]!, own] })).toEqual({});
  });

  it.each<[string, Partial<TemplateDraft>, string]>([
    ['has no name', { jobTitle: ' ' }, 'jobTitle'],
    ['has a level that nobody knows', { levelId: 'emperor' }, 'levelId'],
    ['looks for one thing only', { competencies: ['problem-solving'] }, 'competencies'],
    ['asks nothing', { questions: [] }, 'questions'],
    ['can be answered in no way', { answerKinds: [] }, 'answerKinds'],
    ['asks what has left the bank', { questions: [...fit.questions, { source: 'bank', questionId: 'gone' }] }, 'questions.2'],
    ['asks the same twice', { questions: [...fit.questions, fit.questions[0]!] }, 'questions.2'],
    ['asks what it does not look for', { questions: [...fit.questions, own] }, 'questions.2.competencies'],
    ['asks without saying what a good answer says', { competencies: ['problem-solving', 'collaboration', 'delivery'], questions: [...fit.questions, { ...own, points: [] }] }, 'questions.2.points'],
    ['leaves out what a mark looks like', { competencies: ['problem-solving', 'collaboration', 'delivery'], questions: [...fit.questions, { ...own, anchors: { ...anchors, 3: '' } }] }, 'questions.2.anchors.3'],
    ['has a point with a single wording', { competencies: ['problem-solving', 'collaboration', 'delivery'], questions: [...fit.questions, { ...own, points: [own.points[0]!, { text: 'say it', synonyms: ['said'] }] }] }, 'questions.2.points.1.synonyms'],
  ])('stays a draft while it %s, and says so beside that field', (_what, change, field) => {
    expect(Object.keys(faultsIn(change))).toContain(field);
  });

  it('needs no wordings where nobody looks for them', () => {
    const bare = { ...own, points: own.points.map(({ text }) => ({ text, synonyms: [] })) };
    const change = { competencies: ['problem-solving', 'collaboration', 'delivery'], questions: [...fit.questions, bare] };
    expect(Object.keys(faultsIn(change))).toEqual(['questions.2.points.0.synonyms', 'questions.2.points.1.synonyms']);
    expect(faultsIn({ ...change, aiScoring: false })).toEqual({});
  });

  it('names the competency nobody is asked about', () => {
    expect(faultsIn({ competencies: ['problem-solving', 'collaboration', 'delivery'] })).toEqual({ competencies: 'No question asks about Delivery. Add one, or take it away.' });
  });
});

describe('a template with New York’s rule', () => {
  it('needs an audit of the last year, and days enough for the notice', () => {
    expect(faultsIn({ newYork, deadlineDays: 22 })).toEqual({});
    expect(faultsIn({ newYork, deadlineDays: 21 })).toEqual({ deadlineDays: expect.stringContaining('at least 22 days') });
    expect(faultsIn({ newYork: { ...newYork, auditDate: '2025-06-21' }, deadlineDays: 22 })).toEqual({ 'newYork.auditDate': expect.stringContaining('older than a year') });
    expect(faultsIn({ newYork: { ...newYork, auditDate: '2026-06-23' }, deadlineDays: 22 })).toEqual({ 'newYork.auditDate': expect.stringContaining('has not come yet') });
    expect(Object.keys(faultsIn({ newYork: { auditDate: '', auditUrl: 'acme.com' }, deadlineDays: 22 }))).toEqual(['newYork.auditDate', 'newYork.auditUrl']);
  });

  it('needs neither where people score', () => {
    expect(faultsIn({ newYork: { ...newYork, auditDate: '2020-01-01' }, deadlineDays: 3, aiScoring: false })).toEqual({});
  });
});
