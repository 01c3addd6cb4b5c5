import { Skeleton } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KnownPromise, promisesQuery } from '../../api/promises-query.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './promises.module.css';

/** Every promise: those that are proved first, and then, just as plainly, those that are not. */
export function PromiseList() {
  return (
    <Loaded query={useQuery(promisesQuery)} failed="The promises could not be read." skeleton={<Skeleton height={480} />}>
      {(promises) => (promises.length === 0 ? <p>The list is not part of this installation.</p> : <Both promises={promises} />)}
    </Loaded>
  );
}

function Both({ promises }: { promises: KnownPromise[] }) {
  const proved = promises.filter(({ provedBy }) => provedBy !== null);
  return (
    <div className={styles.both}>
      <Part id="proved" title={`Proved by a test: ${proved.length} of ${promises.length}`} promises={proved} />
      <Part id="open" title={`Not proved here yet: ${promises.length - proved.length}`} promises={promises.filter(({ provedBy }) => provedBy === null)} />
    </div>
  );
}

function Part({ id, title, promises }: { id: string; title: string; promises: KnownPromise[] }) {
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 id={id}>{title}</h2>
      <ul>{promises.map((promise) => <Line key={promise.id} promise={promise} />)}</ul>
    </section>
  );
}

function Line({ promise: { id, promise, kept, provedBy } }: { promise: KnownPromise }) {
  const Mark = provedBy === null ? IconMinus : IconCheck;
  return (
    <li className={styles.line} data-proved={provedBy !== null}>
      <Mark size={20} stroke={1.5} aria-hidden />
      <div>
        <p className={styles.promise}>{promise} <span className={styles.id}>{id}</span></p>
        <p className={styles.soft}>{provedBy === null ? 'How it is to be kept: ' : 'How it is kept: '}{kept}</p>
        {provedBy !== null && <p className={styles.soft}>The test: “{provedBy}”</p>}
      </div>
    </li>
  );
}
