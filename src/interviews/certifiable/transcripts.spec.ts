import { type ToldAnswer } from '../answers.repository.js';
import { heardText } from '../speech/heard-text.js';
import { programOf, transcriptOf, writerOf } from './transcripts.js';

const [TAKE, BY] = ['0199a000-0000-7000-8000-000000000001', 'openai/whisper-1'];
const heard = (...texts: string[]) => texts.map((text) => heardText(TAKE, BY, text));
const answer = ({ heard: pieces = heard('I read the logs.'), ...more }: Partial<ToldAnswer> & { heard?: ToldAnswer['takes'][number]['heard'] }): ToldAnswer =>
  ({ position: 1, text: 'I read the logs.', kind: 'audio', transcriber: BY, takes: [{ id: TAKE, heard: pieces }], talked: false, ...more });

describe('how an answer came to be words', () => {
  it('is a program’s work where that wrote down these very words here, in one part or in several', () => {
    expect(transcriptOf(answer({}))).toBe('program');
    expect(programOf(answer({}))).toBe('OpenAI (whisper-1)');
    expect(transcriptOf(answer({ text: 'I read the logs. I read the logs. Then it held', heard: heard('I read the logs.', 'Then it held') }))).toBe('program');
  });

  it('is that program’s work, too, where it was begun to be spoken again and given up', () => {
    const [first, second] = [{ id: TAKE, heard: heard('I read the logs.') }, { id: '0199a000-0000-7000-8000-000000000003', heard: [] }];
    expect(transcriptOf(answer({ takes: [first, second] }))).toBe('program');
    expect(transcriptOf(answer({ takes: [second] }))).toBe('typed');
    // What was said last is what there is a recording of: words of the time before were put in its place.
    const spoken = { id: second.id, heard: [heardText(second.id, BY, 'It was the cache.')] };
    expect(transcriptOf(answer({ takes: [first, spoken] }))).toBe('edited');
    expect(transcriptOf(answer({ takes: [{ id: TAKE, heard: null }, spoken] }))).toBe('edited');
    expect(transcriptOf(answer({ text: 'It was the cache.', takes: [first, spoken] }))).toBe('program');
    expect(transcriptOf(answer({ takes: [first, { id: second.id, heard: [heardText(second.id, 'whisper/base.en', 'It was the cache.')] }] }))).toBe('typed');
  });

  it('was changed where the words are others, whatever the page says', () => {
    for (const text of ['I read the logs. And more', 'I read', 'I read the logs.Then it held', 'A better answer that was never said']) expect(transcriptOf(answer({ text, heard: heard('I read the logs.', 'Then it held') }))).toBe('edited');
    expect(transcriptOf(answer({ transcriber: `${BY}_edited` }))).toBe('edited');
  });

  it('is typed where that program heard nothing of this take, or there is no take', () => {
    for (const more of [{ heard: [] }, { transcriber: 'whisper/base.en' }, { takes: [] }, { kind: 'text' }, { transcriber: 'candidate' }, { transcriber: 'device', takes: [] }] as const) {
      expect([transcriptOf(answer(more)), programOf(answer(more))]).toEqual(['typed', null]);
    }
    expect(transcriptOf(answer({ heard: heardTextsOfAnother() }))).toBe('edited');
  });

  it('is what the browser says where nobody else could hear it, and for takes from before anybody looked', () => {
    expect(transcriptOf(answer({ transcriber: 'device_edited', heard: [] }))).toBe('edited');
    expect(transcriptOf(answer({ transcriber: 'openai/gpt-4o-transcribe', heard: [], talked: true }))).toBe('program');
    expect(transcriptOf(answer({ heard: null }))).toBe('program');
  });
});

describe('who wrote an answer down', () => {
  it.each([
    [{}, BY],
    [{ text: 'A better answer that was never said' }, `${BY}_edited`],
    [{ transcriber: `${BY}_edited` }, `${BY}_edited`],
    [{ heard: [] }, 'candidate'],
    [{ transcriber: 'device', heard: [] }, 'device'],
  ] as const)('is who is known here to have done so: %j', (more, by) => {
    expect(writerOf(answer(more))).toBe(by);
  });
});

/** The same words by the same program, of another take. */
function heardTextsOfAnother(): ToldAnswer['takes'][number]['heard'] {
  return [heardText('0199a000-0000-7000-8000-000000000002', BY, 'I read the logs.')];
}
