import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type AnswerFacts, type RoomNote } from './invited.dto.js';

/** An answer of somebody who was asked the same, and handed it in before. */
export interface EarlierAnswer {
  readonly position: number;
  readonly otherId: string;
  readonly text: string;
}

/** A like answer of another interview. */
export interface Likeness {
  readonly position: number;
  readonly otherId: string;
  readonly share: number;
}

/** Nobody opens the page of one interview more often. */
const MOST_VISITS = 200;
/** Of more than so many earlier interviews, the newest are looked at. */
const MOST_EARLIER = 2_000;
/** Texts of which one is so much longer cannot be nearly the same. */
const LENGTHS_APART = 0.6;

/** Handed in before this one (`mine`) by somebody else who was asked the same, and still with whoever invited them. */
const EARLIER = `interviews.interview mine join interviews.interview other on other.origin_group = mine.origin_group and other.candidate_id <> mine.candidate_id
  and other.submitted_at < mine.submitted_at and other.origin_ref is not null and (other.expires_at is null or other.expires_at > clock.now())`;

/** Statements about what was noticed around answers. Nothing that scores reads any of it. */
@Injectable()
export class FactsRepository {
  /** Keeps what a visit to the page has counted so far: a number never becomes smaller. Questions that are not there are passed over. */
  async note(tx: Tx, interviewId: string, visit: string, notes: readonly RoomNote[]): Promise<void> {
    await tx.query(
      `insert into interviews.room_note as n (interview_id, position, visit, times_left, pastes, pasted_characters)
       select $1, q.position, $2, max(r."timesLeft"), max(r.pastes), max(r."pastedCharacters")
       from jsonb_to_recordset($3::jsonb) as r (position int, "timesLeft" int, pastes int, "pastedCharacters" int)
       join interviews.question q on q.interview_id = $1 and q.position = r.position
       where (select count(distinct visit) from interviews.room_note where interview_id = $1 and visit <> $2) < $4
       group by q.position
       on conflict (interview_id, position, visit) do update set times_left = greatest(n.times_left, excluded.times_left), pastes = greatest(n.pastes, excluded.pastes),
         pasted_characters = greatest(n.pasted_characters, excluded.pasted_characters)`,
      [interviewId, visit, JSON.stringify(notes), MOST_VISITS],
    );
  }

  /** By position of the question; what belongs to a follow-up is told with its question. */
  async ofInterview(tx: Tx, interviewId: string): Promise<ReadonlyMap<number, AnswerFacts>> {
    const rows = await tx.query<(Omit<AnswerFacts, 'sameWords'> & { position: number; others: number; share: number | null })[]>(
      `select q.position, coalesce(n.left, 0)::int as "timesLeft", coalesce(n.pastes, 0)::int as pastes, coalesce(n.characters, 0)::int as "pastedCharacters",
         coalesce(t.again, 0)::int as retakes, coalesce(l.recordings, 0)::int as "sameRecording", coalesce(l.words, 0)::int as others, l.share::float8 as share
       from interviews.question q
       left join lateral (select sum(times_left) as left, sum(pastes) as pastes, sum(pasted_characters) as characters from interviews.room_note
         where interview_id = q.interview_id and position in (q.position, q.position + 100)) n on true
       left join lateral (select sum(most - 1) as again from (select max(number) as most from interviews.take
         where interview_id = q.interview_id and position in (q.position, q.position + 100) group by position) each) t on true
       left join lateral (select count(*) filter (where what = 'recording') as recordings, count(*) filter (where what = 'words') as words, max(share) filter (where what = 'words') as share
         from interviews.likeness k join interviews.interview other on other.id = k.other_id and other.origin_ref is not null
         where k.interview_id = q.interview_id and k.position = q.position) l on true
       where q.interview_id = $1 and q.follows is null`,
      [interviewId],
    );
    return new Map(rows.map(({ position, others, share, ...facts }) => [position, { ...facts, sameWords: share === null ? null : { others, share } }]));
  }

  /** What was answered to each question, and the answers to it that may be nearly the same. */
  async toCompare(tx: Tx, interviewId: string): Promise<{ mine: { position: number; text: string }[]; earlier: EarlierAnswer[] }> {
    const mine = await tx.query<{ position: number; text: string }[]>(
      `select a.position, a.text from interviews.answer a join interviews.question q using (interview_id, position) where a.interview_id = $1 and q.follows is null`, [interviewId]);
    const earlier = await tx.query<EarlierAnswer[]>(
      `select q.position, o.id as "otherId", oa.text from interviews.interview i
       join lateral (select other.id from ${EARLIER} where mine.id = i.id order by other.submitted_at desc limit $2) o on true
       join interviews.question q on q.interview_id = i.id and q.follows is null join interviews.answer a on a.interview_id = i.id and a.position = q.position
       join interviews.question oq on oq.interview_id = o.id and oq.question_id = q.question_id and oq.follows is null
       join interviews.answer oa on oa.interview_id = o.id and oa.position = oq.position
         and char_length(oa.text) between char_length(a.text) * $3::numeric and char_length(a.text) / $3::numeric
       where i.id = $1`,
      [interviewId, MOST_EARLIER, LENGTHS_APART],
    );
    return { mine, earlier };
  }

  async keepLikeWords(tx: Tx, interviewId: string, found: readonly Likeness[]): Promise<void> {
    await tx.query(
      `insert into interviews.likeness (interview_id, position, what, other_id, share)
       select $1, l.position, 'words', o.id, l.share from jsonb_to_recordset($2::jsonb) as l (position smallint, "otherId" uuid, share numeric)
       join interviews.interview o on o.id = l."otherId" on conflict do nothing`,
      [interviewId, JSON.stringify(found)],
    );
  }

  /** The very recording, by what its bytes amount to, of any answer of somebody else. */
  async keepSameRecordings(tx: Tx, interviewId: string): Promise<void> {
    await tx.query(
      `insert into interviews.likeness (interview_id, position, what, other_id, share)
       select distinct mine.id, coalesce(q.follows, q.position), 'recording', other.id, 1 from ${EARLIER}
       join interviews.take t on t.interview_id = mine.id join interviews.question q on q.interview_id = t.interview_id and q.position = t.position
       join interviews.recording r on r.take_id = t.id join storage.object s on s.id = r.object
       join interviews.take ot on ot.interview_id = other.id join interviews.recording orr on orr.take_id = ot.id join storage.object os on os.id = orr.object and os.sha256 = s.sha256
       where mine.id = $1 on conflict do nothing`,
      [interviewId],
    );
  }
}
