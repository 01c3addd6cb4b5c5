import { type Given, givenView } from './given.js';
import { givenInWords, transcriberInWords, transcribersInWords } from './given-words.js';

const text = 'First I looked at the logs. Then I called the customer.';
const take = { takeId: 'a', kind: 'video', number: 2, measured: { durationMs: 8_000, speech: [[1_000, 7_000]], timings: [] }, recording: null, gone: null } as const;
const spoken: Given = { kind: 'video', transcriber: 'candidate', text, take };

describe('how an answer was given', () => {
  it('has its phrases where the report shows them, and says that their times are estimated', () => {
    const shown = givenView(spoken, 100).take;
    expect(shown).toMatchObject({ number: 2, estimated: true, cues: [{ from: 100, to: 127, startMs: 1_000 }, { from: 128, to: 155, endMs: 7_000 }], delivery: { words: 11, durationMs: 8_000, fillers: null } });
  });

  it('has times that were heard when a recogniser listened', () => {
    const timings = [{ from: 0, to: 27, startMs: 1_000, endMs: 3_000 }];
    const heard: Given = { ...spoken, transcriber: 'device_edited', take: { ...take, measured: { ...take.measured, timings } } };
    expect(givenView(heard, 0).take).toMatchObject({ estimated: false, cues: [{ endMs: 3_000 }, {}] });
    expect(givenView({ ...heard, transcriber: 'candidate' }, 0).take?.estimated).toBe(true);
  });

  it('knows no times and no pace for words that were typed in the place of a take', () => {
    expect(givenView({ ...spoken, kind: 'text' }, 0).take).toMatchObject({ number: 2, cues: [], delivery: null });
    expect(givenView({ ...spoken, kind: 'text', take: null }, 0)).toEqual({ kind: 'text', transcriber: 'candidate', take: null });
  });

  it('knows no times where nobody knows how long it was', () => {
    expect(givenView({ ...spoken, take: { ...take, measured: null } }, 0).take).toMatchObject({ cues: [], delivery: null });
  });

  it.each([
    [spoken, 'Answered by video, recorded twice. Transcript: you typed it.'],
    [{ ...spoken, kind: 'audio', transcriber: 'device', take: { ...take, number: 1 } } as const, 'Answered by voice. Transcript: recognised on your device.'],
    [{ ...spoken, transcriber: 'device_edited', take: { ...take, number: 3 } } as const, 'Answered by video, recorded 3 times. Transcript: recognised on your device, edited by you.'],
    [{ ...spoken, kind: 'text' } as const, 'Answered by typing.'],
  ])('is said in words', (given, words) => {
    expect(givenInWords(given)).toBe(words);
  });

  it('speaks to whoever is not the speaker of somebody else', () => {
    expect(givenInWords(spoken, 'other')).toBe('Answered by video, recorded twice. Transcript: typed by whoever spoke.');
    expect(givenInWords({ ...spoken, transcriber: 'device_edited' }, 'other')).toBe('Answered by video, recorded twice. Transcript: recognised on their device, edited by them.');
  });

  it('says of all answers who wrote them down', () => {
    expect(transcribersInWords([null, { ...spoken, kind: 'text' }])).toBeNull();
    expect(transcribersInWords([spoken, spoken, { ...spoken, transcriber: 'device' }])).toBe('you typed it; or recognised on your device');
  });

  it.each([
    ['candidate', 'you typed it'],
    ['device_edited', 'recognised on your device, edited by you'],
    ['openai/whisper-1', 'OpenAI (whisper-1)'],
    ['elevenlabs/scribe_v2_edited', 'ElevenLabs (scribe_v2), edited by you'],
    ['whisper/onnx-community/whisper-base_timestamped', 'Whisper on this server (whisper-base_timestamped)'],
    ['somebody/new', 'somebody (new)'],
  ])('names whoever wrote it down: %s', (transcriber, words) => {
    expect(transcriberInWords(transcriber)).toBe(words);
  });

  it('counts the fillers that a transcriber counted', () => {
    const counted: Given = { ...spoken, transcriber: 'xai/stt', take: { ...take, measured: { ...take.measured, fillers: 1 } } };
    expect(givenView(counted, 0).take?.delivery?.fillers).toEqual({ per100Words: 8.3, band: 'most' });
  });
});
