import { Button } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, useEffect } from 'react';
import { type Note, notesQuery, readNotes, unreadQuery } from '../../api/notification-queries.js';
import { showMoment } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './notifications.module.css';

/** Everything somebody was told here. What is on the screen counts as read; it stays marked as new until the next visit. */
export function NoteList() {
  const query = useInfiniteQuery(notesQuery);
  const queryClient = useQueryClient();
  const newest = query.data?.pages[0]?.notes[0]?.id;
  useEffect(() => {
    if (newest === undefined) return;
    readNotes(newest).then(({ unread }) => queryClient.setQueryData(unreadQuery.queryKey, unread), () => undefined);
  }, [newest, queryClient]);
  return (
    <div className={styles.stack}>
      <Loaded query={query} failed="Your notes could not be read." skeleton={<LinesSkeleton lines={6} />}>
        {({ pages }) => <Notes notes={pages.flatMap(({ notes }) => notes)} />}
      </Loaded>
      {query.isFetchNextPageError && <Failure title="Older notes could not be read." error={query.error} again={() => void query.fetchNextPage()} />}
      {query.hasNextPage && !query.isFetchNextPageError && <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>Show older notes</Button>}
    </div>
  );
}

function Notes({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return <p>Nothing yet. When something happens that concerns you, it stands here.</p>;
  return <ul className={styles.list}>{notes.map((note) => <Line key={note.id} note={note} />)}</ul>;
}

function Line({ note: { title, body, link, writtenAt, isRead } }: { note: Note }) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (link === null || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    router.history.push(link);
  };
  return (
    <li className={styles.note}>
      <p className={styles.title}>
        {link === null ? title : <a href={link} onClick={follow}>{title}</a>}
        {!isRead && <span className={styles.new}>new</span>}
      </p>
      {body !== '' && <p>{body}</p>}
      <p className={styles.soft}>{showMoment(writtenAt)}</p>
    </li>
  );
}
