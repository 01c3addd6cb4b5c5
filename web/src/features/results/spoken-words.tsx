import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { type Timing } from '../../speaking/take-kind.js';
import styles from './spoken-words.module.css';

interface Props {
  said?: string;
  /** The phrases that can be heard, in order; the page is plain text where there are none. */
  cues: readonly Timing[];
  spoken: Timing | null;
  onHear: (cue: Timing) => void;
  className: string;
  /** The text in pieces, none of them over the edge of a phrase. */
  pieces: readonly { start: number; node: ReactNode; before?: ReactNode }[];
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** A transcript whose phrases play when they are clicked. One of them is in the tab order; arrow keys go to the others. */
export function SpokenWords({ said = 'What you said', cues, spoken, onHear, className, pieces }: Props) {
  const page = useRef<HTMLDivElement>(null);
  const says = useId();
  const [at, setAt] = useState(0);
  const reach = Math.min(at, cues.length - 1);
  const go = (event: KeyboardEvent, index: number): void => {
    const step = STEPS[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || (step === undefined && event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    const cue = cues[index];
    if (step !== undefined) page.current?.querySelectorAll<HTMLElement>('[data-phrase]')[Math.max(0, Math.min(cues.length - 1, index + step))]?.focus();
    else if (cue) onHear(cue);
  };
  if (cues.length === 0) return <div className={className}>{pieces.map(({ start, node, before }) => <span key={start}>{before}{node}</span>)}</div>;
  return (
    <div className={className} ref={page} role="group" aria-label={said} aria-describedby={says}>
      {inPhrases(pieces, cues).map(({ cue, own }) => {
        const first = own[0];
        if (cue === null) return own.map(({ start, node, before }) => <span key={start}>{before}{node}</span>);
        const index = cues.indexOf(cue);
        return (
          <span key={cue.from}>
            {first?.before}
            <span
              role="button" data-phrase tabIndex={index === reach ? 0 : -1} aria-current={cue === spoken ? 'true' : undefined} className={styles.phrase}
              onClick={() => onHear(cue)} onFocus={() => setAt(index)} onKeyDown={(event) => go(event, index)}
            >
              {own.map(({ start, node }) => <span key={start}>{node}</span>)}
            </span>
          </span>
        );
      })}
      <p id={says} className={styles.says}>Click a sentence to hear it. With the keyboard: arrow keys to choose, Enter to hear.</p>
    </div>
  );
}

/** Pieces of one phrase are put together. */
function inPhrases(pieces: Props['pieces'], cues: readonly Timing[]): { cue: Timing | null; own: Props['pieces'][number][] }[] {
  const groups: { cue: Timing | null; own: Props['pieces'][number][] }[] = [];
  for (const piece of pieces) {
    const cue = cues.find(({ from, to }) => from <= piece.start && piece.start < to) ?? null;
    const last = groups.at(-1);
    if (last && cue !== null && last.cue === cue) last.own.push(piece);
    else groups.push({ cue, own: [piece] });
  }
  return groups;
}
