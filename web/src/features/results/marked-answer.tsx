import { type ReactNode, useState } from 'react';
import { type CriterionId, type CriterionMark, type ReportAnswer } from '../../api/schema.js';
import { type Timing } from '../../speaking/take-kind.js';
import { MarginNotes } from './margin-notes.js';
import styles from './marked-answer.module.css';
import { type Stretch, stretches } from './marked-text.js';
import { SpokenWords } from './spoken-words.js';

interface Props {
  /** What the notes are on: "question 2". */
  scope: string;
  text: string;
  /** What the words are: "What you said" unless it says otherwise. */
  said?: string;
  criteria: CriterionMark[];
  /** What was asked on top, before the answer to it begins. */
  followUp?: ReportAnswer['followUp'];
  /** How it is heard phrase by phrase, where it was recorded. */
  replay?: { cues: readonly Timing[]; spoken: Timing | null; hear: (cue: Timing) => void };
  /** What else is said of the answer; it stands under the page. */
  children?: ReactNode;
}

const SILENT: NonNullable<Props['replay']> = { cues: [], spoken: null, hear: () => undefined };

/** The answer as a page, with a note in the margin for each criterion and its quotes marked in the text. */
export function MarkedAnswer({ scope, text, said, criteria, followUp = null, replay = SILENT, children }: Props) {
  const [pinned, setPinned] = useState<CriterionId | null>(null);
  const [pointedAt, setPointedAt] = useState<CriterionId | null>(null);
  const shown = pointedAt ?? pinned;
  const { cues, spoken, hear } = replay;
  const pieces = stretches(text, criteria, [followUp?.startsAt ?? 0, ...cues.flatMap(({ from, to }) => [from, to])]).map((stretch) => ({
    start: stretch.start,
    node: <Words stretch={stretch} shown={shown} criteria={criteria} />,
    before: followUp?.startsAt === stretch.start && <FollowUp followUp={followUp} />,
  }));
  return (
    <div className={styles.spread}>
      <SpokenWords {...(said === undefined ? {} : { said })} className={styles.page ?? ''} cues={cues} spoken={spoken} onHear={hear} pieces={pieces} />
      {criteria.length > 0 && (
        <MarginNotes scope={scope} criteria={criteria} shown={shown} pinned={pinned} onPoint={setPointedAt} onPin={setPinned} cueAt={(place) => cues.find(({ to }) => to > place)} onHear={hear} />
      )}
      {children !== undefined && <div className={styles.under}>{children}</div>}
    </div>
  );
}

function FollowUp({ followUp: { question, takesUp } }: { followUp: NonNullable<ReportAnswer['followUp']> }) {
  return <span className={styles.followUp}>{takesUp !== null && <>You said: “{takesUp}” </>}{question}</span>;
}

function Words({ stretch: { text, quotedBy, endsFor }, shown, criteria }: { stretch: Stretch; shown: CriterionId | null; criteria: CriterionMark[] }) {
  return (
    <>
      {quotedBy.length === 0 ? text : <mark className={styles.mark} data-shown={shown !== null && quotedBy.includes(shown)}>{text}</mark>}
      {endsFor.map((id) => {
        const index = criteria.findIndex((criterion) => criterion.id === id);
        return <sup key={id} className={styles.number}><span className="visually-hidden"> note </span>{index + 1}<span className="visually-hidden"> {criteria[index]?.title ?? id}</span></sup>;
      })}
    </>
  );
}
