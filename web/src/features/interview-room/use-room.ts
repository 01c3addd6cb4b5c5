import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';
import { type Interview, type PublishedPolicy } from '../../api/schema.js';
import { type Devices, useDevices } from '../../speaking/use-devices.js';
import { type Pace } from './clock-time.js';
import { type RoomAnswers } from './room-answers.js';
import { type RoomScribe } from './room-scribe.js';
import { type RoomTakes } from './room-takes.js';
import { type AnswerKinds, useAnswerKinds } from './use-answer-kinds.js';
import { usePace } from './use-pace.js';
import { useRoomAnswers } from './use-room-answers.js';
import { useRoomScribe } from './use-room-scribe.js';
import { type RoomSpeech, useRoomSpeech } from './use-room-speech.js';
import { useRoomTakes } from './use-room-takes.js';

/** What all pages of one interview share while the room is open. */
export interface RoomState extends RoomSpeech {
  readonly interview: Interview;
  readonly answers: RoomAnswers;
  readonly takes: RoomTakes;
  readonly scribe: RoomScribe;
  readonly kinds: AnswerKinds;
  readonly devices: Devices;
  readonly pace: Pace;
  readonly onPace: (pace: Pace) => void;
  /** Null while it is not known. */
  readonly limits: PublishedPolicy['limits'] | null;
}

export function useRoom(interview: Interview): RoomState {
  const { data: policy } = useQuery(policyQuery);
  const [pace, onPace] = usePace();
  return {
    interview, pace, onPace,
    answers: useRoomAnswers(interview), takes: useRoomTakes(interview), scribe: useRoomScribe(), kinds: useAnswerKinds(interview), devices: useDevices(),
    limits: policy?.limits ?? null,
    ...useRoomSpeech(),
  };
}
