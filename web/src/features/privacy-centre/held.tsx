import { useQuery } from '@tanstack/react-query';
import { type Holding, holdingsQuery } from '../../api/privacy-api.js';
import { capital, count, showDay } from '../../lib/format.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './privacy-centre.module.css';

/** What is held of whoever is signed in, kind by kind, with how much time it has left. */
export function Held() {
  return (
    <Loaded query={useQuery(holdingsQuery)} failed="What is held of you could not be read." skeleton={<LinesSkeleton lines={10} />}>
      {(kinds) => <ul className={styles.kinds}>{kinds.map((kind) => <Kind key={kind.id} kind={kind} />)}</ul>}
    </Loaded>
  );
}

function Kind({ kind }: { kind: Holding }) {
  const { says, records, since, nextEnd, endless } = kind;
  return (
    <li className={styles.kind}>
      <p className={styles.says}>{capital(says)}</p>
      <p className={styles.facts}>
        <span>{count(records, 'record')}</span>
        {since !== null && <span>since {showDay(since)}</span>}
        {nextEnd !== null && <span><DeletionDate at={nextEnd} />{records > 1 && ', the first of them'}</span>}
        {nextEnd === null && endless === 0 && <span>{keptFor(kind)}</span>}
        {endless > 0 && <span>{endless < records && `${endless} of them `}{untilYouAct(kind)}</span>}
      </p>
    </li>
  );
}

function keptFor(kind: Holding): string {
  return kind.kept === 'until deleted' ? untilYouAct(kind) : `kept for ${kind.kept}`;
}

/** What you allowed ends when you take it back, everything else without an end when you delete it. */
function untilYouAct({ id, endless }: Holding): string {
  if (id === 'own end: consent') return 'until you take it back';
  return endless > 1 ? 'kept until you delete them' : 'kept until you delete it';
}
