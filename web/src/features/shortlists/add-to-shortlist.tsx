import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useId, useRef } from 'react';
import { addToShortlist, createShortlist, type ShortlistLine, shortlistsKey, shortlistsQuery } from '../../api/shortlist-queries.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { NameForm } from './name-form.js';
import styles from './shortlists.module.css';
import table from './table.module.css';

/** On a profile: the lists this person stands on, and the way onto another. */
export function AddToShortlist({ talentId }: { talentId: string }) {
  const query = useQuery(shortlistsQuery(talentId));
  const queryClient = useQueryClient();
  const reread = () => queryClient.invalidateQueries({ queryKey: shortlistsKey });
  const adding = useMutation({ mutationFn: (id: string) => addToShortlist({ id, talentId }), onSuccess: reread });
  // A list that was made stays when nobody could be put on it: trying again goes on with that one.
  const made = useRef<{ name: string; id: string }>(null);
  const making = useMutation({
    mutationFn: async (name: string) => {
      if (made.current?.name !== name) made.current = { name, id: (await createShortlist(name)).id };
      return addToShortlist({ id: made.current.id, talentId });
    },
    onSettled: reread,
  });
  const failed = adding.isError ? adding.error : making.error;
  return (
    <section aria-labelledby="add-to-shortlist" className={styles.adding}>
      <h2 id="add-to-shortlist">Shortlists</h2>
      <Loaded query={query} failed="Your shortlists could not be read." skeleton={<LinesSkeleton lines={2} />}>
        {(shortlists) => (
          <>
            <Standing on={shortlists.filter(({ entryId }) => entryId !== null)} />
            {shortlists.length === 0
              ? <NameForm id="first-shortlist" label="New shortlist" verb="Put on it" busy={making.isPending} error={making.error} onName={(name) => making.mutate(name)} />
              : <Choice others={shortlists.filter(({ entryId }) => entryId === null)} busy={adding.isPending} onAdd={(id) => { making.reset(); adding.mutate(id); }} />}
          </>
        )}
      </Loaded>
      {failed !== null && query.data?.length !== 0 && <Failure title="This person was not put on the list." error={failed} />}
    </section>
  );
}

function Standing({ on }: { on: ShortlistLine[] }) {
  return (
    <div role="status">
      {on.length > 0 && (
        <ul className={styles.standing}>
          {on.map(({ id, name }) => <li key={id}><IconCheck size={18} stroke={1.5} aria-hidden /><span>On <Link to="/shortlists/$id" params={{ id }}>{name}</Link></span></li>)}
        </ul>
      )}
    </div>
  );
}

function Choice({ others, busy, onAdd }: { others: ShortlistLine[]; busy: boolean; onAdd: (id: string) => void }) {
  const id = useId();
  if (others.length === 0) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).get('shortlist');
    if (typeof chosen === 'string') onAdd(chosen);
  };
  return (
    <form className={styles.choose} onSubmit={submit}>
      <label htmlFor={id}>Put on a shortlist</label>
      <select id={id} name="shortlist" className={table.stage}>{others.map((shortlist) => <option key={shortlist.id} value={shortlist.id}>{shortlist.name}</option>)}</select>
      <Button type="submit" size="sm" variant="default" loading={busy}>Put on it</Button>
    </form>
  );
}
