import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { shortlistsKey, tagEntry } from '../../api/shortlist-queries.js';
import { Failure } from '../../ui/failure.js';
import styles from './drawer.module.css';

/** Words by which the organisation finds people again. */
export function EntryTags({ id, tags }: { id: string; tags: string[] }) {
  const queryClient = useQueryClient();
  const tagging = useMutation({ mutationFn: tagEntry, onSuccess: () => queryClient.invalidateQueries({ queryKey: shortlistsKey }) });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget).get('tags');
    if (typeof entered === 'string') tagging.mutate({ id, tags: entered.split(',').map((tag) => tag.trim()).filter((tag) => tag !== '') });
  };
  return (
    <form className={styles.part} onSubmit={submit}>
      <TextInput id="entry-tags" name="tags" label="Tags" description="Words with commas between them, up to 12." defaultValue={tags.join(', ')} autoComplete="off" />
      <div className={styles.buttons}><Button type="submit" variant="default" size="sm" loading={tagging.isPending}>Save the tags</Button></div>
      {tagging.isError && <Failure title="The tags were not saved." error={tagging.error} />}
    </form>
  );
}
