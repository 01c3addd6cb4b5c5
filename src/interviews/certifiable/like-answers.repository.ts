import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

/** An answer to the same question that was handed in before. */
export interface LikeAnswer {
  readonly position: number;
  readonly question: string;
  readonly mine: string;
  readonly isOwn: boolean;
  readonly text: string;
  /** Where, and by whom, it was given. */
  readonly interviewId: string;
  readonly candidateId: string;
}

/** Of more than so many earlier answers to one question, the newest are looked at. */
const MOST_EARLIER = 300;
/** What others said longer ago may be kept by them, and is left alone. */
const OTHERS_DAYS = 90;
/** Texts of which one is so much longer cannot be nearly the same. */
const LENGTHS_APART = 0.6;

/** An earlier interview of the same person, or one that somebody else practised with: what was said for an organisation is for that alone. */
const EARLIER = `other.id <> mine.id and other.submitted_at < mine.submitted_at and (other.expires_at is null or other.expires_at > clock.now())
  and (other.candidate_id = mine.candidate_id or (other.origin = 'practice' and other.submitted_at > clock.now() - make_interval(days => ${OTHERS_DAYS})))`;

/** Statements that look for what was handed in before. */
@Injectable()
export class LikeAnswers {
  /** Beside each answer, those to the same question that may be nearly the same. */
  words(tx: Tx, interviewId: string): Promise<LikeAnswer[]> {
    return tx.query(
      `select q.position, q.text as question, a.text as mine, o."isOwn", o.text, o."interviewId", o."candidateId" from interviews.interview mine
       join interviews.question q on q.interview_id = mine.id and q.follows is null and q.own is null
       join interviews.answer a on a.interview_id = q.interview_id and a.position = q.position
       cross join lateral (select other.candidate_id = mine.candidate_id as "isOwn", oa.text, other.id as "interviewId", other.candidate_id as "candidateId"
         from interviews.question oq join interviews.interview other on other.id = oq.interview_id and ${EARLIER}
         join interviews.answer oa on oa.interview_id = oq.interview_id and oa.position = oq.position
           and char_length(oa.text) between char_length(a.text) * $3::numeric and char_length(a.text) / $3::numeric
         where oq.question_id = q.question_id and oq.follows is null and oq.own is null
         order by other.candidate_id = mine.candidate_id desc, other.submitted_at desc limit $2) o
       where mine.id = $1 order by q.position`,
      [interviewId, MOST_EARLIER, LENGTHS_APART],
    );
  }

  /** Whose it is; null when it is not there, or its time is over. */
  async ownerOf(tx: Tx, interviewId: string): Promise<string | null> {
    const [row] = await tx.query<{ candidateId: string }[]>('select candidate_id as "candidateId" from interviews.interview where id = $1 and (expires_at is null or expires_at > clock.now())', [interviewId]);
    return row?.candidateId ?? null;
  }

  /** The questions answered with the very recording of any other answer, by what its bytes amount to. */
  recordings(tx: Tx, interviewId: string): Promise<{ position: number; isOwn: boolean }[]> {
    return tx.query(
      `select coalesce(q.follows, q.position)::int as position, bool_or(other.candidate_id = mine.candidate_id) as "isOwn" from interviews.interview mine
       join interviews.take t on t.interview_id = mine.id join interviews.question q on q.interview_id = t.interview_id and q.position = t.position
       join interviews.recording r on r.take_id = t.id and r.state = 'ready' join storage.object s on s.id = r.object
       join interviews.recording orr on orr.bytes = r.bytes and orr.state = 'ready' and orr.take_id <> r.take_id join storage.object os on os.id = orr.object and os.sha256 = s.sha256
       join interviews.take ot on ot.id = orr.take_id join interviews.interview other on other.id = ot.interview_id and ${EARLIER}
       where mine.id = $1 group by 1 order by 1`,
      [interviewId],
    );
  }
}
