import { wordsForTerminal } from './log-line.js';

describe('what the terminal shows of the log', () => {
  it('is warnings and worse, in one line', () => {
    expect(wordsForTerminal('web', '{"level":40,"msg":"Slow"}')).toBe('  web warning: Slow');
    expect(wordsForTerminal('worker', '{"level":50,"msg":"Failed","err":{"message":"no room"}}')).toBe('  worker error: Failed: no room');
    expect(wordsForTerminal('web', '{"level":60}')).toBe('  web error: see the log');
  });

  it('is not what only the log is for', () => {
    expect(wordsForTerminal('web', '{"level":30,"msg":"request completed"}')).toBeUndefined();
    expect(wordsForTerminal('web', 'plain words')).toBeUndefined();
    expect(wordsForTerminal('web', '{"level":50')).toBeUndefined();
  });
});
