import { clockTime, inWords, showSeconds, speakingSeconds } from './clock-time.js';

const question = { thinkSeconds: 30, answerSeconds: 120, ends: false, spoken: false };
const at = (seconds: number, begun: number | null = null, pace: 'usual' | 'double' | 'triple' = 'usual') =>
  clockTime(question, pace, { seen: 0, begun: begun === null ? null : begun * 1000 }, seconds * 1000);

describe('the clock of a question', () => {
  it('counts down the time to think, then up while one answers', () => {
    expect(at(0)).toMatchObject({ phase: 'thinking', seconds: 30 });
    expect(at(29.5)).toMatchObject({ phase: 'thinking', seconds: 1 });
    expect(at(30)).toMatchObject({ phase: 'answering', seconds: 0 });
    expect(at(95)).toMatchObject({ phase: 'answering', seconds: 65 });
  });

  it('stops waiting when somebody begins to write', () => {
    expect(at(6, 5)).toMatchObject({ phase: 'answering', seconds: 1 });
  });

  it('runs two and three times as long for those who ask for it', () => {
    expect(at(45, null, 'double')).toMatchObject({ phase: 'thinking', seconds: 15 });
    expect(at(89, null, 'triple')).toMatchObject({ phase: 'thinking', seconds: 1 });
  });

  it('speaks four times at most, and never says that an answer must end', () => {
    const said = [...new Set(Array.from({ length: 600 }, (_, second) => at(second).says))];
    expect(said).toEqual([
      'You have 30 seconds to think. You may write at any time.',
      '10 seconds left to think.',
      'The time to think is over. Take the time you need; nothing is cut off.',
      '2 minutes have gone by. Go on as long as you like.',
    ]);
  });

  it('ends an answer where there is no help, after three times what it would take to say it, and warns a minute before', () => {
    const live = (seconds: number, pace: 'usual' | 'double' = 'usual') => clockTime({ ...question, ends: true }, pace, { seen: 0, begun: 0 }, seconds * 1000);
    expect(live(0)).toMatchObject({ phase: 'answering', seconds: 360 });
    expect(live(359)).toMatchObject({ phase: 'answering', seconds: 1 });
    expect(live(360)).toMatchObject({ phase: 'over', seconds: 0 });
    expect(live(360, 'double')).toMatchObject({ phase: 'answering', seconds: 360 });
    expect([...new Set(Array.from({ length: 500 }, (_, second) => live(second).says))]).toEqual(['You have 6 minutes to write.', 'One minute left to write.', 'The time is over. What you wrote is kept.']);
  });

  it('gives a spoken answer its time to think and then waits, for recording begins when somebody presses it', () => {
    const spoken = { ...question, ends: true, spoken: true };
    const said = [...new Set(Array.from({ length: 600 }, (_, second) => clockTime(spoken, 'usual', { seen: 0, begun: null }, second * 1000)).map(({ phase, says }) => `${phase}: ${says}`))];
    expect(said).toEqual(['thinking: You have 30 seconds to think. You may record at any time.', 'thinking: 10 seconds left to think.', 'ready: The time to think is over. Record when you are ready: nothing starts by itself.']);
  });

  it('ends a spoken answer where there is no help, at the pace one chose, and never later than can be kept', () => {
    const live = { ...question, ends: true, spoken: true };
    expect([speakingSeconds(live, 'usual', 300), speakingSeconds(live, 'double', 300), speakingSeconds(live, 'triple', 300), speakingSeconds(live, 'off', 300)]).toEqual([120, 240, 300, 300]);
    expect(speakingSeconds({ ...live, ends: false }, 'usual', 300)).toBe(300);
  });

  it('goes on where it was after a reload, and is not put out by a clock that was set back', () => {
    expect(clockTime(question, 'usual', { seen: 10_000, begun: null }, 25_000)).toMatchObject({ phase: 'thinking', seconds: 15 });
    expect(clockTime(question, 'usual', { seen: 10_000, begun: null }, 0)).toMatchObject({ phase: 'thinking', seconds: 30 });
    expect(clockTime(question, 'usual', { seen: 10_000, begun: 11_000 }, 0)).toMatchObject({ phase: 'answering', seconds: 0 });
  });

  it('is written as people read it', () => {
    expect([showSeconds(5), showSeconds(65), showSeconds(600)]).toEqual(['0:05', '1:05', '10:00']);
    expect([inWords(30), inWords(60), inWords(90), inWords(121)]).toEqual(['30 seconds', '1 minute', '1 minute and 30 seconds', '2 minutes and 1 second']);
  });
});
