import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { edited } from '../../../../../src/interviews/answer-kinds.js';
import { beginConversation, beginConversationTake } from '../../../api/interviewer.js';
import { interviewQuery } from '../../../api/queries.js';
import { saveDelivery } from '../../../api/recordings.js';
import { type InterviewQuestion } from '../../../api/schema.js';
import { withFollowUp } from '../use-forward.js';
import { type RoomState } from '../use-room.js';
import { askOf, isOpen, openBehind } from './asked-next.js';
import { type Beginning, Conversation, type ConversationNow, type ConversationPorts } from './conversation.js';
import { SaidBefore } from './said-before.js';
import { TalkTakes } from './talk-takes.js';

export type ConversationHere = ConversationNow & Pick<Conversation, 'start' | 'mute' | 'interrupt' | 'next' | 'end' | 'hangUp'> & {
  /** Whether a question is left to talk about. */
  readonly hasMore: boolean;
};

/** The conversation of a room, as long as its page is open. Whoever leaves the page hangs up. */
export function useConversation(room: RoomState): ConversationHere {
  const queryClient = useQueryClient();
  const [ports] = useState(() => portsOf(room, queryClient));
  const [conversation] = useState(() => new Conversation(ports));
  useEffect(() => conversation.end, [conversation]);
  const now = useSyncExternalStore(conversation.subscribe, conversation.read);
  const { start, mute, interrupt, next, end, hangUp } = conversation;
  return { ...now, start, mute, interrupt, next, end, hangUp, hasMore: ports.first() !== null };
}

/** What is said goes where everything goes that is answered in a room. */
function portsOf({ interview: { id, mode }, answers, interview }: RoomState, queryClient: QueryClient): ConversationPorts {
  const saidBefore = new SaidBefore(id);
  const questions = (): InterviewQuestion[] => (queryClient.getQueryData(interviewQuery(id).queryKey) ?? interview).questions;
  const takes = new TalkTakes({
    begin: (position, takeId) => beginConversationTake(id, position, takeId),
    deliver: saveDelivery,
    begun: () => void queryClient.invalidateQueries({ queryKey: interviewQuery(id).queryKey }),
  });
  return {
    line: () => beginConversation(id),
    first: () => firstOf(questions(), answers, saidBefore),
    asked: (position) => saidBefore.opened(position),
    after: async (position) => {
      const asked = questions().find((question) => question.position === position);
      // A follow-up that could not be asked for is nobody's loss: the interview goes on.
      const now = asked ? await withFollowUp(queryClient, { id, mode, questions: questions() }, answers, asked).catch(() => null) : null;
      const all = now?.questions ?? questions();
      const next = openBehind(position, all, answers);
      if (!next) saidBefore.opened(null);
      return next && askOf(next, all);
    },
    keep: (position, spoken, transcriber) => {
      const keeper = answers.at(position);
      const { text, transcriber: before } = keeper.read();
      if (spoken.text !== text && spoken.text !== '') {
        keeper.type(spoken.text, { kind: 'audio', transcriber: text === '' || before === transcriber ? transcriber : edited(transcriber) });
        void keeper.flush();
      }
      const { durationMs, speech, timings } = spoken;
      void takes.tell(position, { takeId: saidBefore.said(position, spoken), delivery: { durationMs, speech: speech.map(([from, to]) => [from, to]), timings: [...timings], fillers: null } });
    },
  };
}

/** The question that was open when the line was down or the page was loaded again; else the first without an answer. */
function firstOf(questions: readonly InterviewQuestion[], answers: RoomState['answers'], saidBefore: SaidBefore): Beginning | null {
  const textOf = ({ position }: InterviewQuestion): string => answers.at(position).read().text;
  // One that was answered in another way since is not asked again.
  const left = questions.find((each) => each.position === saidBefore.open && (isOpen(each, answers) || saidBefore.isAll(each.position, textOf(each))));
  const question = left ?? questions.find((each) => isOpen(each, answers));
  return question ? { question: askOf(question, questions), resumed: left !== undefined, before: saidBefore.spokenTo(question.position, textOf(question)) } : null;
}
