import { SpeechSegments } from './speech-segments.js';

/** Twenty measurements a second of [seconds, dB] after each other. */
function heard(...stretches: readonly (readonly [seconds: number, db: number])[]): [number, number][] {
  const segments = new SpeechSegments();
  let at = 0;
  for (const [seconds, db] of stretches) {
    for (let step = 0; step < seconds * 20; step += 1) segments.hear(at += 50, db);
  }
  return segments.finish();
}

describe('when somebody spoke', () => {
  it('is found between silences, and a pause of two seconds stays a pause', () => {
    expect(heard([1, -62], [3, -20], [2, -62], [4, -22], [1, -62])).toEqual([[1000, 4000], [6000, 10_000]]);
  });

  it('takes the silence between two words for speech, and not the one between two thoughts', () => {
    expect(heard([1, -25], [0.25, -60], [1, -25])).toEqual([[50, 2250]]);
    expect(heard([1, -25], [0.6, -60], [1, -25])).toHaveLength(2);
  });

  it('does not take a knock on the table for a word', () => {
    expect(heard([1, -60], [0.1, -10], [2, -60])).toEqual([]);
  });

  it('is nothing at all in silence, digital or of a room, and beside a fan that runs all the time', () => {
    expect(heard([10, -Infinity])).toEqual([]);
    expect(heard([10, -55])).toEqual([]);
    const fan = heard([60, -45]);
    expect(fan.reduce((sum, [from, to]) => sum + to - from, 0)).toBeLessThan(12_000);
  });

  it('is heard above a fan, and from the first moment', () => {
    expect(heard([3, -20], [3, -48], [3, -25]).at(-1)).toEqual([6000, 9000]);
    expect(heard([3, -20])).toEqual([[50, 3000]]);
  });

  it('goes on through a long answer without a stop for breath', () => {
    const syllables = Array.from({ length: 300 }, () => [[0.2, -22], [0.1, -48]] as const).flat();
    expect(heard([0.5, -60], ...syllables)).toHaveLength(1);
  });
});
