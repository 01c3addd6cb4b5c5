import { useEffect, useRef } from 'react';
import { type Caption } from './captions.js';
import styles from './realtime.module.css';

/** What both sides say, to read along. A line is announced once it is whole; until then it can be watched growing. */
export function CaptionsLog({ captions, name }: { captions: readonly Caption[]; name: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.scrollTo({ top: box.current.scrollHeight }); }, [captions]);
  const growing = captions.findLast(({ done }) => !done);
  return (
    <div ref={box} className={styles.captions} tabIndex={0} role="group" aria-label="What is said">
      <div role="log" aria-live="polite">
        {captions.filter(({ done }) => done).map((caption) => <Line key={caption.id} caption={caption} name={name} />)}
      </div>
      {growing && <div aria-hidden><Line caption={growing} name={name} /></div>}
      {captions.length === 0 && <p className={styles.soft}>What the interviewer and you say appears here.</p>}
    </div>
  );
}

function Line({ caption: { who, text, cut }, name }: { caption: Caption; name: string }) {
  return (
    <p className={styles.line} data-who={who}>
      <span className={styles.who}>{who === 'candidate' ? 'You' : `Interviewer (${name})`}</span>
      <span className={styles.words}>{text}{cut && <span className={styles.soft}> … you interrupted</span>}</span>
    </p>
  );
}
