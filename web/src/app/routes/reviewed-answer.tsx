import { type JudgedAnswer, reviewedCaptions, reviewedMedia, type ReviewedAnswer } from '../../api/reviewed-queries.js';
import { givenInWords } from '../../../../src/interviews/replay/given-words.js';
import { MarkedAnswer } from '../../features/results/marked-answer.js';
import { type PlayedPart } from '../../speaking/played-part.js';
import { type Replay, useReplay } from '../../speaking/use-replay.js';
import { TakePlayer } from '../../speaking/take-player.js';
import styles from './sections.module.css';

type Given = NonNullable<ReviewedAnswer['given']>;

const NOTHING: readonly PlayedPart[] = [];

/** An answer as the organisation that invited somebody hears and reads it; with the evidence of the evaluation once that is shown. */
export function ReviewedAnswerHere({ invitationId, answer, judged }: { invitationId: string; answer: ReviewedAnswer; judged: JudgedAnswer | undefined }) {
  const { position, text, given, followUp } = answer;
  const replay = useReplay(partsOf(invitationId, given), given?.take?.cues ?? []);
  const after = useReplay(partsOf(invitationId, followUp?.given ?? null), followUp?.given?.take?.cues ?? []);
  const cues = [...replay.cues, ...after.cues];
  return (
    <div className={styles.reviewed}>
      {given && <Recorded invitationId={invitationId} given={given} replay={replay} label={`Answer to question ${position}`} says={givenInWords(given, 'other')} />}
      {followUp?.given && (followUp.given.take !== null || followUp.given.kind !== given?.kind) && <Recorded invitationId={invitationId} given={followUp.given} replay={after} label={`Answer to the follow-up of question ${position}`} says={`The follow-up: ${givenInWords(followUp.given, 'other')}`} />}
      {text.trim() === '' && <p>This question was left without an answer.</p>}
      {text.trim() !== '' && (
        <MarkedAnswer
          scope={`question ${position}`} said="What was said" text={text} criteria={judged?.criteria ?? []} followUp={followUp}
          replay={{ cues, spoken: replay.spoken ?? after.spoken, hear: (cue) => (replay.cues.includes(cue) ? replay : after).player.playFrom(cue.startMs) }}
        />
      )}
      {followUp?.startsAt === null && <p className={styles.soft}>Also asked: {followUp.question} It was left without an answer, which costs nothing.</p>}
    </div>
  );
}

function Recorded({ invitationId, given, replay, label, says }: { invitationId: string; given: Given; replay: Replay; label: string; says: string }) {
  const { take } = given;
  return (
    <div className={styles.recorded}>
      <p className={styles.soft}>{says}</p>
      {take && replay.parts.length > 0 && (
        <TakePlayer kind={take.kind} parts={replay.parts} player={replay.player} label={label} onTime={replay.onTime} {...(take.cues.length > 0 ? { captions: reviewedCaptions(invitationId, take.takeId) } : {})} />
      )}
      {take && replay.parts.length === 0 && <p className={styles.soft}>{take.recording ? 'The recording is being put together.' : 'The recording is not kept; its words are.'}</p>}
    </div>
  );
}

function partsOf(invitationId: string, given: Given | null): readonly PlayedPart[] {
  const recording = given?.take?.recording;
  return recording?.state === 'ready' ? [{ source: reviewedMedia(invitationId, recording.takeId), durationMs: recording.durationMs ?? 0 }] : NOTHING;
}
