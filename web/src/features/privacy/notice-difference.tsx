import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type LegalNotice, type NoticeName, noticeOfVersionQuery } from '../../api/notice-queries.js';
import { count } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { compare, type ComparedPart, isChanged, type Piece } from './difference.js';
import styles from './legal.module.css';
import { Blocks } from './notice-blocks.js';

const FAILED = 'This version could not be read.';

/** A version as it was. */
export const OldNotice = ({ notice, version }: { notice: NoticeName; version: string }) => (
  <Loaded query={useQuery(noticeOfVersionQuery(notice, version))} failed={FAILED} skeleton={<LinesSkeleton lines={8} />}>
    {({ parts }) => (
      <div className={styles.parts}>
        <h2>Version {version}, as it was published</h2>
        {parts.map(({ id, title, blocks }) => <section key={id} aria-labelledby={id} className={styles.part}><h3 id={id}>{title}</h3><Blocks blocks={blocks} /></section>)}
      </div>
    )}
  </Loaded>
);

/** Word by word what came and what went between two versions. */
export function NoticeDifference({ notice, from, to }: { notice: NoticeName; from: string; to: string }) {
  const before = useQuery(noticeOfVersionQuery(notice, from));
  const after = useQuery(noticeOfVersionQuery(notice, to));
  return (
    <Loaded query={before} failed={FAILED} skeleton={<LinesSkeleton lines={8} />}>
      {(older) => <Loaded query={after} failed={FAILED} skeleton={<LinesSkeleton lines={8} />}>{(newer) => <Difference older={older} newer={newer} />}</Loaded>}
    </Loaded>
  );
}

function Difference({ older, newer }: { older: LegalNotice; newer: LegalNotice }) {
  const parts = useMemo(() => compare(older.parts, newer.parts), [older, newer]);
  const changed = parts.filter(({ lines }) => lines.some(isChanged));
  return (
    <div className={styles.parts}>
      <div className={styles.part}>
        <h2>What was changed from {older.version} to {newer.version}</h2>
        <p role="status">{changed.length === 0 ? 'Nothing in this text.' : `${count(changed.length, 'part')} of ${parts.length}. What came is underlined, what went is struck out.`}</p>
      </div>
      {changed.map((part) => <Changed key={part.id} part={part} />)}
    </div>
  );
}

const Changed = ({ part: { id, title, lines } }: { part: ComparedPart }) => (
  <section aria-labelledby={`changed-${id}`} className={styles.part}>
    <h3 id={`changed-${id}`}>{title}</h3>
    {lines.map((line, at) => (isChanged(line) ? <p key={at} className={styles.compared}>{line.map((piece, place) => <Words key={place} {...piece} />)}</p> : null))}
    {!lines.every(isChanged) && <p className={styles.soft}>The rest of this part is as it was.</p>}
  </section>
);

/** Many screen readers say nothing of `ins` and `del`, so that words say it for them. */
function Words({ text, change }: Piece) {
  if (change === 'same') return text;
  const said = (words: string) => <span className="visually-hidden">{words}</span>;
  return change === 'added' ? <ins>{said(' added: ')}{text}{said(' end of what was added ')}</ins> : <del>{said(' removed: ')}{text}{said(' end of what was removed ')}</del>;
}
