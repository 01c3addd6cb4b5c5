import { mediaAnswerIn } from './media-answer.js';

const wants = { kind: 'video', maxBytes: 1000, maxSeconds: 300 } as const;
const facts = { contentType: 'video/webm', durationMs: 4000, bytes: 1100, video: true, audio: true };

describe('what a process that read hostile bytes says of them', () => {
  it.each([[facts], [{ fault: 'silent' }]])('%j is believed', (said) => {
    expect(mediaAnswerIn(JSON.stringify(said), wants)).toEqual(said);
  });

  it.each([[{ ...facts, bytes: 1_000_000_000 }], [{ ...facts, bytes: 0 }], [{ ...facts, contentType: 'text/html' }], [{ ...facts, more: 1 }], [{ fault: 'bored' }]])('%j counts as nothing', (said) => {
    expect(mediaAnswerIn(JSON.stringify(said), wants)).toBeNull();
  });

  it('counts as nothing when it was cut off', () => {
    expect(mediaAnswerIn('{"fault":"sil', wants)).toBeNull();
  });
});
