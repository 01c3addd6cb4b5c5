import { measuredWhole } from './measured-whole.js';
import { type Recorded } from './take-recorder.js';

const part = (number: number, durationMs: number, speech: Recorded['speech']): Recorded => ({ part: number, blob: new Blob([]), durationMs, speech, ended: 'device_lost' });

describe('a take in several parts', () => {
  it('is as long as all of them, and was spoken in where each of them was', () => {
    expect(measuredWhole([part(0, 4_000, [[100, 900], [2_000, 4_000]]), part(1, 3_000, [[0, 2_500]]), part(2, 1_000, [])])).toEqual({
      durationMs: 8_000, speech: [[100, 900], [2_000, 4_000], [4_000, 6_500]],
    });
  });

  it('is not measured where its beginning was recorded elsewhere, a part between is missing, or nothing was recorded', () => {
    expect(measuredWhole([part(1, 3_000, [[0, 2_500]])])).toBeNull();
    expect(measuredWhole([part(0, 3_000, []), part(2, 3_000, [])])).toBeNull();
    expect(measuredWhole([part(0, 0, [])])).toBeNull();
    expect(measuredWhole([])).toBeNull();
  });
});
