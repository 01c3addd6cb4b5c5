import { chooseVoice, sentencesOf } from './voice-choice.js';

const voice = (lang: string, localService = true, isDefault = false) => ({ lang, localService, default: isDefault });

describe('the voice that reads a question', () => {
  it('is one of this device, never one of a service that would be sent the text', () => {
    expect(chooseVoice([voice('en-GB', false, true)], 'en-GB')).toBeNull();
    expect(chooseVoice([voice('en-GB', false), voice('en-US')], 'en-GB')).toEqual(voice('en-US'));
    expect(chooseVoice([voice('de-DE')], 'en-GB')).toBeNull();
  });

  it('is the closest in language, and then the one the person has chosen as usual', () => {
    expect(chooseVoice([voice('en-US', true, true), voice('en_GB')], 'en-GB')).toEqual(voice('en_GB'));
    expect(chooseVoice([voice('en-US'), voice('en-IN', true, true)], 'en-GB')).toEqual(voice('en-IN', true, true));
  });

  it('says a text sentence by sentence', () => {
    expect(sentencesOf('Tell me about a failure. What did you do?\nAnd then')).toEqual(['Tell me about a failure.', 'What did you do?', 'And then']);
    expect(sentencesOf('  ')).toEqual([]);
  });
});
