import { anewWords, type Invited, invitationWords, revokedWords } from './invitation-words.js';

const invited: Invited = {
  name: null, message: null, organisation: { name: 'Meridian', domain: 'meridian.example', isDomainVerified: true }, clientName: null, jobTitle: 'Data analyst',
  content: { answerKinds: ['text'], copyDelayDays: 0 }, ai: { ai: true, from: null, why: null }, questionCount: 1, minutes: 1, deadlineAt: new Date('2026-12-05T23:48:00Z'), keptFor: '90 days', addressKeptFor: '30 days',
};
const said = (change: Partial<Invited>) => invitationWords({ ...invited, ...change }).paragraphs.join('\n');

describe('the words of an invitation', () => {
  it('say whether a program may score, and when it may not do so yet', () => {
    expect(said({})).toContain('A program may score what you say, and people look at it. You can ask for people alone instead');
    expect(said({ ai: { ai: false, from: null, why: 'people_only' } })).toContain('People judge what you say; no program scores it.');
    expect(said({ ai: { ai: false, from: new Date('2026-12-01T05:00:00Z'), why: 'notice_not_over' } })).toContain('begun on Tuesday, 1 December 2026 at 05:00 UTC or later (New York City asks for that notice');
  });

  it('say when the report comes, how one may answer, and for whom an agency asks', () => {
    expect(said({ content: { answerKinds: ['audio', 'video'], copyDelayDays: 3 } })).toMatch(/one question by speaking or on video.*Your own report is yours 3 days later\./s);
    expect(said({ clientName: 'Borealis' })).toContain('Meridian (meridian.example, verified), for its client Borealis, invites you');
  });

  it('say to whoever had begun whose the answers before are, and then all that the invitation says', () => {
    const { subject, paragraphs } = anewWords({ ...invited, name: 'Ada' });
    expect(subject).toBe('Meridian lets you begin the interview anew: Data analyst');
    expect(paragraphs.slice(0, 2)).toEqual(['Hello Ada,', expect.stringMatching(/What you had answered is yours alone: it stays among your interviews/)]);
    expect(paragraphs.slice(2)).toEqual(invitationWords(invited).paragraphs);
  });

  it('of a revocation speak of answers only to whoever gave some', () => {
    expect(revokedWords({ ...invited, hasBegun: true }).paragraphs.join()).toContain('What you had answered is yours alone');
    expect(revokedWords({ ...invited, hasBegun: false }).paragraphs.join()).not.toContain('answered');
  });
});
