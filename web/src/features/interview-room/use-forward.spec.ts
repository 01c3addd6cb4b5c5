import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { interviewQuery } from '../../api/queries.js';
import { type Interview, type InterviewQuestion } from '../../api/schema.js';
import { AnswerKeeper } from './answer-keeper.js';
import { RoomAnswers } from './room-answers.js';
import { withFollowUp } from './use-forward.js';

const answer = { text: 'I took the server out.', kind: 'text', transcriber: 'candidate', revision: 1, savedAt: '2026-01-01T00:00:00.000Z' };
const question = (position: number, follows: number | null = null) => ({ position, follows, answer: position === 1 ? answer : null }) as unknown as InterviewQuestion;
const before = { id: 'one', mode: 'live', questions: [question(1), question(2)] } as unknown as Interview;
const after = { ...before, questions: [question(1), question(3, 1), question(2)] };
const { queryKey } = interviewQuery('one');

describe('a follow-up', () => {
  const { fetch } = globalThis;
  beforeEach(() => { globalThis.fetch = () => Promise.resolve(Response.json(after)); });
  afterEach(() => { globalThis.fetch = fetch; });

  it('is shown although the interview began to be read before it was asked, and that comes in later', async () => {
    const client = new QueryClient();
    client.setQueryData(queryKey, before);
    let arrives: (read: Interview) => void = () => undefined;
    const reading = client.fetchQuery({ queryKey, queryFn: () => new Promise<Interview>((resolve) => { arrives = resolve; }) }).catch(() => null);
    const answers = new RoomAnswers(before.questions, () => ({ read: () => null, write: () => undefined, forget: () => undefined }), () => () => Promise.resolve({ kind: 'lost', says: '' }));
    expect(answers.at(1)).toBeInstanceOf(AnswerKeeper);
    expect(await withFollowUp(client, before, answers, question(1))).toEqual(after);
    arrives(before);
    await reading;
    expect(client.getQueryData(queryKey)).toEqual(after);
    client.clear();
  });
});
