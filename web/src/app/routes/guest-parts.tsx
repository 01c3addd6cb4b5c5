import { type GuestParts } from '../../features/guest-practice/guest-parts.js';
import { Accommodation } from '../../features/interview-room/accommodation.js';
import { speakingSeconds } from '../../features/interview-room/clock-time.js';
import { Opinion } from '../../features/interview-room/coach-corner.js';
import { KindSwitch } from '../../features/interview-room/kind-switch.js';
import { ReadAloud } from '../../features/interview-room/read-aloud.js';
import { ThinkingClock } from '../../features/interview-room/thinking-clock.js';
import { TypedAnswer } from '../../features/interview-room/typed-answer.js';
import { AnswerKindChoice } from '../../features/practice/answer-kind-choice.js';
import { HelpChoice } from '../../features/practice/help-choice.js';
import { ReportPages } from '../../features/results/report-pages.js';

/** The parts that the interviews of those who have an account are made of. */
export const guestParts: Omit<GuestParts, 'again' | 'onward'> = {
  Accommodation, AnswerKindChoice, HelpChoice, KindSwitch, Opinion, ReadAloud, ThinkingClock, TypedAnswer, speakingSeconds,
  review: (report, mark, played) => <ReportPages report={report} mark={mark} played={played} />,
};
