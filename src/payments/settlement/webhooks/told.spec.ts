import { type GatewayEvent } from '../../gateways/gateway.js';
import { told } from './told.js';

const event = (more: Partial<GatewayEvent>): GatewayEvent => ({ eventId: 'evt_1', type: 'payment.captured', mode: 'test', refs: {}, amountMinor: null, currency: null, occurredAt: null, ...more });

describe('what is kept of a webhook', () => {
  it('is names of things as gateways make them', () => {
    const refs = { order: '01890a5d-ac96-774b-bcce-b302099a8057', checkout: 'cs_test_a1', payment: '4099260516', subscription: 'sub_Hx.9-z=' };
    expect(told(event({ refs, currency: 'usd' }))).toEqual(event({ refs, currency: 'USD' }));
  });

  it.each(['pia@example.net', '4242424242424242', '4242-4242-4242-4242', 'Pia Payer', '', 'x'.repeat(256)])('is not %s, wherever it stands', (text) => {
    const kept = told(event({ eventId: text, type: text, currency: text, refs: { order: text, checkout: text, payment: text, subscription: text } }));
    expect(kept).toMatchObject({ refs: {}, currency: null, type: 'unknown' });
    expect(kept.eventId).toMatch(/^[0-9a-f]{64}$/);
  });

  it('knows an event again by what it was called, though that was not kept', () => {
    expect(told(event({ eventId: 'of pia' })).eventId).toBe(told(event({ eventId: 'of pia' })).eventId);
    expect(told(event({ eventId: 'of pia' })).eventId).not.toBe(told(event({ eventId: 'of pio' })).eventId);
  });
});
