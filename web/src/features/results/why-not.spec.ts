import { type CertificateStanding } from '../../api/generated/index.js';
import { whyNot } from './why-not.js';

const standing = (change: Partial<CertificateStanding>): CertificateStanding => ({ fit: false, why: [], overall: '7.42', mark: '7.5', questions: 5, needed: 5, weakest: null, seen: [], ...change });

describe('why an interview earns no certificate', () => {
  it('says by how much it missed the mark', () => {
    expect(whyNot(standing({ why: ['not_above'] }))).toEqual(['Your score is 7.42, and a certificate needs one above 7.50.']);
  });

  it('says each reason, in their order', () => {
    expect(whyNot(standing({ why: ['too_few_questions', 'outline_seen'], questions: 1, seen: ['How?', 'Why?'] }))).toEqual([
      '1 answer of yours has a score, and a certificate needs 5.',
      'You could read the model outline of 2 questions before you handed your answers in. A certificate needs questions that are new to you.',
    ]);
  });
});
