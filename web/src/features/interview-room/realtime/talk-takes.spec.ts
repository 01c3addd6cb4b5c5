import { TalkTakes } from './talk-takes.js';

const delivery = (durationMs: number) => ({ durationMs, speech: [], timings: [], fillers: null });

describe('what the server is told of a conversation', () => {
  it('is that something was said, once, and each time how', async () => {
    const told: string[] = [];
    const takes = new TalkTakes({
      begin: async (position, takeId) => void told.push(`begin ${position} ${takeId}`),
      deliver: async (takeId, { durationMs }) => void told.push(`${takeId} ${durationMs}`),
      begun: () => void told.push('begun'),
    });
    await takes.tell(1, { takeId: 'a', delivery: delivery(0) });
    await takes.tell(1, { takeId: 'a', delivery: delivery(900) });
    await takes.tell(2, { takeId: 'b', delivery: delivery(400) });
    expect(told).toEqual(['begin 1 a', 'begun', 'a 900', 'begin 2 b', 'begun', 'b 400']);
  });

  it('is told again, with what was said last, after it did not work', async () => {
    const told: string[] = [];
    let away = true;
    const takes = new TalkTakes({
      begin: async () => { if (away) throw new Error('no connection'); },
      deliver: async (takeId, { durationMs }) => void told.push(`${takeId} ${durationMs}`),
      begun: () => undefined,
    });
    await takes.tell(1, { takeId: 'a', delivery: delivery(500) });
    await takes.tell(1, { takeId: 'a', delivery: delivery(900) });
    expect(told).toEqual([]);
    away = false;
    await takes.tell(2, { takeId: 'b', delivery: delivery(400) });
    expect(told).toEqual(['a 900', 'b 400']);
  });
});
