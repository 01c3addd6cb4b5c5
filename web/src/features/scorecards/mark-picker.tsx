import { Textarea } from '@mantine/core';
import { type ReviewedAnswer } from '../../api/reviewed-queries.js';
import '../../ui/mantine-forms.css';
import styles from './scorecards.module.css';
import { type Draft } from './use-draft.js';

const MARKS = [1, 2, 3, 4, 5] as const;

/** One's mark for an answer, on the anchors of its question. The keys 1 to 5 choose, wherever one is in the answer. */
export function MarkPicker({ answer: { position, anchors }, draft }: { answer: ReviewedAnswer; draft: Draft }) {
  const mark = draft.markOf(position)?.mark;
  const says: Readonly<Record<number, string | undefined>> = anchors ?? {};
  return (
    <div className={styles.picker}>
      <fieldset className={styles.marks}>
        <legend>Your mark<span className="visually-hidden"> for question {position}</span></legend>
        {MARKS.map((one) => (
          <label key={one} className={styles.mark} data-chosen={mark === one}>
            <input type="radio" name={`mark-${position}`} value={one} checked={mark === one} onChange={() => draft.mark(position, { mark: one })} />
            <span className={styles.number}>{one}</span>
            <span className={styles.anchor}>{says[one]}</span>
          </label>
        ))}
      </fieldset>
      <Textarea
        id={`note-${position}`} label="Note" description="For your colleagues; the candidate can ask to read it." autosize minRows={2} maxLength={2000} value={draft.noteOf(position)}
        onChange={({ currentTarget }) => draft.mark(position, { note: currentTarget.value })}
      />
    </div>
  );
}

/** Keys that are typed into a field are not marks. */
export function markOfKey({ key, target, altKey, ctrlKey, metaKey }: { key: string; target: EventTarget; altKey: boolean; ctrlKey: boolean; metaKey: boolean }): number | null {
  if (altKey || ctrlKey || metaKey || !/^[1-5]$/.test(key)) return null;
  return target instanceof HTMLElement && target.closest('textarea, input:not([type="radio"])') ? null : Number(key);
}
