import { IconAlertTriangle, IconClockHour4 } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReviewLine, reviewsQuery } from '../../api/review-queries.js';
import { count, showClock, showDay, showInstant } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { More } from './more.js';
import styles from './reviews.module.css';

const DAY = 86_400_000;

/** Interviews that wait for a person, the most urgent first, or those a person has decided about. */
export function ReviewList({ state }: { state: 'open' | 'decided' }) {
  const query = useInfiniteQuery(reviewsQuery(state));
  return (
    <div className={styles.part}>
      <nav className={styles.choice} aria-label="Reviews">
        <Link to="/operator/reviews" search={{}} activeOptions={{ exact: true, includeSearch: true }}>To be decided</Link>
        <Link to="/operator/reviews" search={{ state: 'decided' }} activeOptions={{ exact: true, includeSearch: true }}>Decided</Link>
        <Link to="/operator/evaluators">Evaluators</Link>
        <Link to="/operator/certificates">Certificates</Link>
      </nav>
      <Loaded query={query} failed="The interviews could not be read." skeleton={<LinesSkeleton lines={6} />}>
        {({ pages }) => <Lines reviews={pages.flatMap(({ reviews }) => reviews)} state={state} />}
      </Loaded>
      <More query={query} />
    </div>
  );
}

function Lines({ reviews, state }: { reviews: ReviewLine[]; state: 'open' | 'decided' }) {
  if (reviews.length === 0) return <p>{state === 'open' ? 'Nothing waits. Interviews come here when two AI evaluations stand on two sides of the mark.' : 'Nothing has been decided yet.'}</p>;
  return <ul className={styles.rows}>{reviews.map((review) => <Line key={review.id} review={review} />)}</ul>;
}

function Line({ review }: { review: ReviewLine }) {
  const { id, roleTitle, levelTitle, questions, askedAt, decidedAt, heldUntil } = review;
  return (
    <li>
      <div>
        <p className={styles.name}>{roleTitle}, {levelTitle}</p>
        <p className={styles.facts}>
          {decidedAt === null ? <Due review={review} /> : <span>Decided on {showInstant(decidedAt)}</span>}
          {decidedAt === null && <span>{waitsFor(askedAt)}</span>}
          <span>{count(questions, 'question')}</span>
          {heldUntil !== null && <span>Somebody else has it open until {showClock(heldUntil)}</span>}
          {review.isOwn && <span>Your own: somebody else has to decide</span>}
        </p>
      </div>
      {decidedAt === null && !review.isOwn && heldUntil === null && (
        <Link to="/operator/reviews/$id" params={{ id }}>{review.isHeldByMe ? 'Go on' : 'Open'}<span className="visually-hidden"> with {roleTitle}, {levelTitle}, asked on {showInstant(askedAt)}</span></Link>
      )}
    </li>
  );
}

function Due({ review: { dueAt, isOverdue } }: { review: ReviewLine }) {
  const Icon = isOverdue ? IconAlertTriangle : IconClockHour4;
  return <span className={styles.state} data-late={isOverdue}><Icon size={18} stroke={1.5} aria-hidden />{isOverdue ? `Late since ${showDay(dueAt)}` : `Due by ${showDay(dueAt)}`}</span>;
}

function waitsFor(askedAt: string): string {
  const days = Math.floor((Date.now() - new Date(askedAt).getTime()) / DAY);
  return days < 1 ? 'Waits for less than a day' : `Waits for ${count(days, 'day')}`;
}
