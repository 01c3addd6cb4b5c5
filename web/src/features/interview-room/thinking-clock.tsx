import { type ClockQuestion, type Pace } from './clock-time.js';
import { QuestionClock } from './question-clock.js';
import { useQuestionClock } from './use-question-clock.js';

interface Props {
  timed: ClockQuestion;
  pace: Pace;
  onPace: (pace: Pace) => void;
}

/** Time to think before an answer is spoken, remembered nowhere; from there on it is timed by what records it. */
export function ThinkingClock({ timed, pace, onPace }: Props) {
  const clock = useQuestionClock(null, timed, pace, false);
  return <QuestionClock clock={clock} question={timed} pace={pace} onPace={onPace} onReady={() => clock?.begin()} />;
}
