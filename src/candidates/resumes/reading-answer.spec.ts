import { readingAnswer } from './reading-answer.js';

const read = { format: 'pdf', pages: 1, words: 90, skills: [{ id: 'ci-cd', line: 'CI/CD' }], positions: [], years: null, education: [], languages: [], leftOut: ['name'] };

describe('what the process that reads a resume may say', () => {
  it('is a reading or a fault', () => {
    expect(readingAnswer.parse({ read })).toEqual({ read });
    expect(readingAnswer.parse({ fault: 'no_text' })).toEqual({ fault: 'no_text' });
  });

  it.each([
    ['a fault we do not know', { fault: 'give_me_everything' }], ['a line without end', { read: { ...read, skills: [{ id: 'go', line: 'x'.repeat(2001) }] } }],
    ['more than was asked', { read: { ...read, text: 'all of it' } }], ['figures that are none', { read: { ...read, pages: '1' } }], ['nothing', null],
  ])('is not %s', (_, said) => {
    expect(readingAnswer.safeParse(said).success).toBe(false);
  });
});
