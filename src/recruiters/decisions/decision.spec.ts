import { type Appeal, type Decision, mayBeAppealed, openAppeal } from './decision.js';

const decision = (id: string, change: Partial<Decision> = {}): Decision =>
  ({ id, invitationId: 'i', outcome: 'reject', reason: 'Because of what was said.', decidedBy: 'a', decidedAt: new Date(0), appealId: null, byTheSame: false, ...change });
const appeal = (id: string, decisionId: string): Appeal => ({ id, decisionId, said: 'Please look again.', madeAt: new Date(0), dueAt: new Date(1), isOverdue: false });

describe('an appeal', () => {
  it('can be made once against a decision that is against somebody', () => {
    expect(mayBeAppealed({ decisions: [decision('one')], appeals: [] })).toBe(true);
    expect(mayBeAppealed({ decisions: [decision('one')], appeals: [appeal('first', 'one')] })).toBe(false);
  });

  it('is not for somebody who goes on, nor before anybody has decided', () => {
    expect(mayBeAppealed({ decisions: [decision('one', { outcome: 'advance' })], appeals: [] })).toBe(false);
    expect(mayBeAppealed({ decisions: [], appeals: [] })).toBe(false);
  });

  it('is open until a decision answers it, which is the last word', () => {
    const [first, asked, answer] = [decision('one'), appeal('first', 'one'), decision('two', { appealId: 'first' })];
    expect(openAppeal({ decisions: [first], appeals: [asked] })).toBe(asked);
    expect(openAppeal({ decisions: [answer, first], appeals: [asked] })).toBeNull();
    expect(mayBeAppealed({ decisions: [answer, first], appeals: [asked] })).toBe(false);
  });

  it('can be made against a later decision that nobody had asked for', () => {
    expect(mayBeAppealed({ decisions: [decision('two'), decision('one', { outcome: 'advance' })], appeals: [] })).toBe(true);
  });
});
