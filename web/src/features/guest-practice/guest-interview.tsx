import { useEffect, useRef, useState } from 'react';
import { type AnswerKind, type PublishedPolicy } from '../../api/schema.js';
import { useDevices } from '../../speaking/use-devices.js';
import { CheckPage } from './check-page.js';
import { DevicesPage } from './devices-page.js';
import { type Examiner } from './examiner.js';
import { type Plan, type Wish } from './examiner-words.js';
import { type GuestParts, type Pace } from './guest-parts.js';
import styles from './guest-practice.module.css';
import { LeaveGuard } from './leave-guard.js';
import { QuestionPage } from './question-page.js';
import { ReportPage } from './report-page.js';
import { Strip } from './strip.js';
import { useDevicesFor } from './use-devices-for.js';
import { type GuestInterview as Interviewed, type Place, useGuestInterview } from './use-guest-interview.js';

interface Props {
  examiner: Examiner;
  wish: Wish;
  plan: Plan;
  policy: PublishedPolicy;
  parts: GuestParts;
  onAgain: () => void;
}

/** The room of a guest: one question at a time, then the report. */
export function GuestInterview({ examiner, wish, plan, policy, parts, onAgain }: Props) {
  const interview = useGuestInterview(examiner, wish, plan);
  const [pace, onPace] = useState<Pace>('usual');
  const devices = useDevices();
  const { place, go, usualKind } = interview;
  const question = interview.plan.questions.find(({ position }) => position === place);
  useDevicesFor(devices, kindHere(interview));
  useFocus(place);
  const { Accommodation } = parts;
  return (
    <div className={place === 'report' ? undefined : styles.room}>
      {place === 'devices' && <DevicesPage interview={interview} devices={devices} KindSwitch={parts.KindSwitch} />}
      {question && <Strip interview={interview} />}
      {question && <QuestionPage key={question.position} examiner={examiner} interview={interview} question={question} devices={devices} limits={policy.limits} pace={pace} onPace={onPace} parts={parts} />}
      {place === 'check' && <><Strip interview={interview} /><CheckPage interview={interview} /></>}
      {place === 'report'
        ? <ReportPage examiner={examiner} interview={interview} scoreAbove={policy.certificateAbove} parts={parts} onAgain={onAgain} />
        : <Accommodation pace={pace} onPace={onPace} lasts={false} onTypeAll={usualKind === 'text' ? null : () => { interview.chooseKind('text'); if (place === 'devices') go(1); }} />}
      <LeaveGuard needed={interview.hasSaid} />
    </div>
  );
}

/** How one answers at this place; nothing is said where one only looks over it. */
function kindHere({ place, usualKind, kindAt }: Interviewed): AnswerKind {
  if (place === 'devices') return usualKind;
  return typeof place === 'number' ? kindAt(place) : 'text';
}

/** A new page begins with its heading, except the first: it has just been asked for. */
function useFocus(place: Place): void {
  const before = useRef<Place | null>(null);
  useEffect(() => {
    if (before.current !== place) {
      window.scrollTo(0, 0);
      document.querySelector('h1')?.focus({ preventScroll: true });
    }
    before.current = place;
  }, [place]);
}
