import { type WebhookRefused } from '../gateway.js';
import { type BuiltInEvent, readEvent, signed } from './built-in-event.js';

const now = new Date('2026-03-01T12:00:00Z');
const event: BuiltInEvent = {
  id: '01890000-0000-7000-8000-000000000001', type: 'payment.captured', mode: 'test', createdAt: now.toISOString(),
  order: '01890000-0000-7000-8000-000000000002', checkout: 'c', payment: 'pay_1', amount: '900', currency: 'USD',
};
const body = JSON.stringify(event);
const read = (headers: Record<string, string>, text = body) => readEvent(Buffer.from(text), headers, 'secret', now);
const refused = (headers: Record<string, string>, text = body): string => {
  try {
    read(headers, text);
    return 'taken';
  } catch (error) {
    return (error as WebhookRefused).because;
  }
};
const at = (seconds: number): Record<string, string> => signed(body, 'secret', new Date(now.getTime() + seconds * 1000));

describe('a webhook of the built-in gateway', () => {
  it('says what it is about, once its signature fits', () => {
    expect(read(at(0))).toEqual({
      eventId: event.id, type: 'payment.captured', mode: 'test', refs: { order: event.order, checkout: 'c', payment: 'pay_1' }, amountMinor: 900n, currency: 'USD', occurredAt: now,
    });
  });

  it('is refused without a signature, with somebody else\'s, and with other bytes of the same JSON', () => {
    expect(refused({})).toBe('unsigned');
    expect(refused(signed(body, 'another secret', now))).toBe('unsigned');
    expect(refused(at(0), JSON.stringify(event, null, 1))).toBe('unsigned');
  });

  it('is taken for five minutes before and after its second, and no longer', () => {
    expect([at(-300), at(300)].map((headers) => refused(headers))).toEqual(['taken', 'taken']);
    expect([at(-301), at(301)].map((headers) => refused(headers))).toEqual(['stale', 'future']);
  });

  it('is refused where it speaks of real money, or of nothing known', () => {
    const live = JSON.stringify({ ...event, mode: 'live' });
    expect(refused(signed(live, 'secret', now), live)).toBe('mode');
    expect(refused(signed('{}', 'secret', now), '{}')).toBe('unreadable');
    expect(refused(signed('not JSON', 'secret', now), 'not JSON')).toBe('unreadable');
  });
});
