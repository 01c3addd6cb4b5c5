import { anInscription } from './drawing/inscription.fixture.js';
import { evaluatorInWords, momentInWords, questionsInWords, transcriptInWords } from './words.js';

describe('what a certificate says', () => {
  const { facts } = anInscription();

  it('says plainly who wrote down the answers', () => {
    expect(transcriptInWords({ transcripts: ['typed'], transcribers: [] })).toBe('Typed by the candidate');
    expect(transcriptInWords({ transcripts: ['program', 'edited', 'typed'], transcribers: ['Whisper base.en'] }))
      .toBe('Some answers were spoken, and written down by Whisper base.en. Some answers were spoken, written down by Whisper base.en and changed by the candidate. Some answers were typed by the candidate');
  });

  it('says who scored, and when a person decided', () => {
    const evaluator = { name: 'built-in', version: '4', builtIn: true, person: false };
    expect(evaluatorInWords({ ...facts, evaluator })).toBe('Built-in evaluator, version 4');
    expect(evaluatorInWords({ ...facts, evaluator: { ...evaluator, name: 'A model', builtIn: false, person: true } })).toBe('A model, version 4; a person looked at it and decided');
  });

  it('says whose questions were asked where the candidate named the role, and nothing where that is the same', () => {
    expect(questionsInWords({ roleTitle: 'Head of surgery', questionSet: 'Support agent' })).toBe('From the set “Support agent”; the candidate named the role');
    expect([questionsInWords({ roleTitle: 'Support agent' }), questionsInWords({ roleTitle: 'support Agent', questionSet: 'Support agent' })]).toEqual([null, null]);
  });

  it('names moments with their zone', () => {
    expect(momentInWords(new Date('2027-02-28T14:05:00Z'))).toBe('28 February 2027 at 14:05 UTC');
  });
});
