import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { deleteNote, type ShortlistEntryWithNotes, shortlistsKey, writeNote } from '../../api/shortlist-queries.js';
import { showMoment } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import styles from './drawer.module.css';

type Note = ShortlistEntryWithNotes['notes'][number];

/** What colleagues wrote about somebody, the newest first. */
export function EntryNotes({ id, notes }: { id: string; notes: Note[] }) {
  const form = useRef<HTMLFormElement>(null);
  const queryClient = useQueryClient();
  const reread = () => queryClient.invalidateQueries({ queryKey: shortlistsKey });
  const writing = useMutation({ mutationFn: writeNote, onSuccess: async () => { form.current?.reset(); await reread(); } });
  const deletion = useMutation({ mutationFn: deleteNote, onSuccess: reread });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('text');
    if (typeof text === 'string') writing.mutate({ id, text });
  };
  return (
    <section aria-labelledby="notes" className={styles.part}>
      <h3 id="notes">Notes</h3>
      <form ref={form} className={styles.part} onSubmit={submit}>
        <Textarea
          id="entry-note" name="text" label="Write a note" rows={3} maxLength={4000} required withAsterisk={false}
          description="Your colleagues read it. So does the person, if they ask what is held about them. It is deleted when they can no longer be found."
        />
        <div className={styles.buttons}><Button type="submit" size="sm" loading={writing.isPending}>Add the note</Button></div>
        {writing.isError && <Failure title="The note was not kept." error={writing.error} />}
      </form>
      {notes.length === 0 ? <p className={styles.soft}>No notes yet.</p> : (
        <ol className={styles.notes}>
          {notes.map((note) => <li key={note.id}><NoteText note={note} busy={deletion.isPending} onDelete={() => deletion.mutate({ id, noteId: note.id })} /></li>)}
        </ol>
      )}
      {deletion.isError && <Failure title="The note is still there." error={deletion.error} />}
    </section>
  );
}

const NoteText = ({ note: { text, author, isYours, writtenAt }, busy, onDelete }: { note: Note; busy: boolean; onDelete: () => void }) => (
  <>
    <p className={styles.text}>{text}</p>
    <p className={styles.soft}>
      {isYours ? 'You' : (author ?? 'Somebody who has left')}, {showMoment(writtenAt)}{' '}
      {isYours && <Button variant="subtle" color="red" size="compact-sm" disabled={busy} onClick={onDelete}>Delete<span className="visually-hidden"> your note of {showMoment(writtenAt)}</span></Button>}
    </p>
  </>
);
