import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../../api/queries.js';
import { type GuestParts } from '../../features/guest-practice/guest-parts.js';
import { GuestPractice } from '../../features/guest-practice/guest-practice.js';
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
import { ButtonLink } from '../../ui/button-link.js';
import { paths } from '../paths.js';

/** The parts that the interviews of those who have an account are made of. */
const parts: GuestParts = {
  Accommodation, AnswerKindChoice, HelpChoice, KindSwitch, Opinion, ReadAloud, ThinkingClock, TypedAnswer, speakingSeconds,
  review: (report, mark, played) => <ReportPages report={report} mark={mark} played={played} />,
  onward: <Onward />,
};

export const TryPage = () => <GuestPractice parts={parts} />;

function Onward() {
  const { data: session } = useQuery(sessionQuery);
  if (session?.account) return <ButtonLink to={paths.setUp}>Practise an interview that is kept</ButtonLink>;
  return (
    <>
      <p>You can go on like this for as long as you wish. An account adds what cannot be done without keeping something: reports that stay until you delete them, interviews you can leave and come back to, a look at how you get better, and a certificate, which has to name somebody. <Link to={paths.scoring}>How answers are scored</Link></p>
      <ButtonLink variant="default" to={paths.signUp} search={{ next: paths.setUp }}>Sign up and practise an interview</ButtonLink>
    </>
  );
}
