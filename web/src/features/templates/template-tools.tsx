import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { archiveTemplate, beginDraft, copyTemplate, type Template, templateQuery, templatesKey, unarchiveTemplate } from '../../api/template-queries.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { Failure } from '../../ui/failure.js';
import styles from './templates.module.css';

/** What can be done with a published template. */
export function TemplateTools({ template: { id, archivedAt, published }, onCopied }: { template: Template; onCopied: (id: string) => void }) {
  const queryClient = useQueryClient();
  const keep = async (changed: Template): Promise<void> => {
    queryClient.setQueryData(templateQuery(changed.id).queryKey, changed);
    await queryClient.invalidateQueries({ queryKey: [...templatesKey, 'list'] });
  };
  const beginning = useMutation({ mutationFn: () => beginDraft(id), onSuccess: async (changed) => { await keep(changed); focusHeading(); } });
  const copying = useMutation({ mutationFn: () => copyTemplate(id), onSuccess: async (copy) => { await keep(copy); onCopied(copy.id); } });
  const archiving = useMutation({ mutationFn: () => (archivedAt === null ? archiveTemplate(id) : unarchiveTemplate(id)), onSuccess: keep });
  const error = beginning.error ?? copying.error ?? archiving.error;
  return (
    <section className={styles.part} aria-labelledby="change">
      <h2 id="change">Change it</h2>
      <p className={styles.soft}>A change is a new version: whoever was invited with version {published?.version} keeps its questions.</p>
      <div className={styles.actions}>
        {archivedAt === null && <Button variant="default" loading={beginning.isPending} onClick={() => beginning.mutate()}>Begin version {(published?.version ?? 0) + 1}</Button>}
        <Button variant="default" loading={copying.isPending} onClick={() => copying.mutate()}>Copy it</Button>
        <Button variant="default" loading={archiving.isPending} onClick={() => archiving.mutate()}>{archivedAt === null ? 'Archive it' : 'Take it out of the archive'}</Button>
      </div>
      {error !== null && <Failure title="That was not done." error={error} />}
    </section>
  );
}
