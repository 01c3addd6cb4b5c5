import { Certificate } from './certificate.entity.js';

const at = (iso: string): Date => new Date(iso);
const NOW = at('2027-01-01T00:00:00Z');
const made = (given: Partial<Certificate> = {}): Certificate => Object.assign(new Certificate(), { state: 'draft', askedEvent: null, validUntil: null, expiresAt: NOW, step: null }, given);

describe('a certificate', () => {
  it('is asked for once; the same press again changes nothing, and another one is refused', () => {
    const certificate = made();
    expect([certificate.ask('first', NOW, false), certificate.state, certificate.step, certificate.expiresAt]).toEqual([true, 'issuing', 'waiting', null]);
    expect(certificate.ask('first', at('2027-01-02T00:00:00Z'), false)).toBe(false);
    expect(certificate.askedAt).toEqual(NOW);
    expect(() => certificate.ask('second', NOW, false)).toThrow(/asked for already/);
  });

  it('that a person looks at is issued or refused by them, and by nobody else, and once', () => {
    const end = at('2027-07-01T00:00:00Z');
    const [allowed, refused] = [made(), made()];
    for (const certificate of [allowed, refused]) certificate.ask('first', NOW, true);
    expect(allowed.state).toBe('in_check');
    allowed.decide(true, end);
    refused.decide(false, end);
    expect([allowed.state, allowed.expiresAt, refused.state, refused.expiresAt]).toEqual(['issuing', null, 'refused', end]);
    for (const certificate of [allowed, refused, made()]) expect(() => certificate.decide(true, end)).toThrow(/Nobody has to decide/);
  });

  it('is over to the very moment, whatever the sweep has done', () => {
    const certificate = made({ state: 'issued', validUntil: at('2027-07-01T00:00:00.000Z') });
    expect(['2027-06-30T23:59:59.999Z', '2027-07-01T00:00:00.000Z'].map((moment) => certificate.effectiveState(at(moment)))).toEqual(['issued', 'expired']);
    expect(made({ state: 'revoked', validUntil: NOW }).effectiveState(at('2028-01-01T00:00:00Z'))).toBe('revoked');
  });
});
