import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { isAbsent } from '../../api/problem.js';
import { shortlistEntryQuery, type ShortlistEntryWithNotes } from '../../api/shortlist-queries.js';
import { showDay } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import styles from './drawer.module.css';
import { EntryNotes } from './entry-notes.js';
import { EntryTags } from './entry-tags.js';
import { RemoveEntry } from './remove-entry.js';

/** Beside the list: what the organisation writes about somebody on it. */
export function EntryDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  return (
    <Modal.Root opened={id !== undefined} onClose={onClose} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content className={styles.drawer} radius={0}>{id !== undefined && <Inside key={id} id={id} onClose={onClose} />}</Modal.Content>
    </Modal.Root>
  );
}

function Inside({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(shortlistEntryQuery(id));
  const person = query.data?.person ?? null;
  const title = person ? person.alias : 'Somebody on this list';
  return (
    <>
      <div className={styles.head}>
        <Modal.Title className={styles.title}>{query.data && !person ? 'No longer available' : title}</Modal.Title>
        <Modal.CloseButton aria-label="Close" />
      </div>
      {isAbsent(query.error) ? <p>This place on the list is gone. A colleague may have removed it.</p> : (
        <Loaded query={query} failed="What is written about this person could not be read." skeleton={<LinesSkeleton lines={5} />}>
          {(entry) => <Entry entry={entry} onClose={onClose} />}
        </Loaded>
      )}
    </>
  );
}

function Entry({ entry, onClose }: { entry: ShortlistEntryWithNotes; onClose: () => void }) {
  const { id, person, reference, addedAt } = entry;
  return (
    <div className={styles.body}>
      {person ? (
        <>
          <div className={styles.about}>
            {person.headline !== null && <p>{person.headline}</p>}
            <p><Link to="/talent/$talentId" params={{ talentId: person.talentId }}>Open the profile</Link></p>
          </div>
          <EntryTags key={entry.tags.join()} id={id} tags={entry.tags} />
          <EntryNotes id={id} notes={entry.notes} />
        </>
      ) : (
        <div className={styles.about}>
          <p>This person can no longer be seen by your organisation. What was written here about them is gone with them.</p>
          <p>If you exported or copied anything about them, delete it. In exported files it is the row with the reference {reference}.</p>
        </div>
      )}
      <p className={styles.soft}>On this list since {showDay(addedAt)}. Reference {reference}.</p>
      <RemoveEntry id={id} onRemoved={onClose} />
    </div>
  );
}
