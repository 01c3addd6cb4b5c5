import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type NewsDraft, newsQuery, previewNews, sendNews } from '../../api/news-queries.js';
import { isProblem } from '../../api/problem.js';
import { count } from '../../lib/format.js';
import { newId } from '../../lib/new-id.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import { forgetWriting, keepWriting, keptWriting, nothingWritten, type Written } from './news-draft.js';
import { NewsPreview } from './news-preview.js';
import styles from './operations.module.css';

/** News as it is written, read as it will arrive, and sent: only what was seen in the preview can go out. */
export function NewsWriter() {
  const queryClient = useQueryClient();
  const [{ id, draft }, setWritten] = useState(keptWriting);
  const [isAsking, setAsking] = useState(false);
  const preview = useMutation({ mutationFn: previewNews });
  const sending = useMutation({
    mutationFn: (sent: NewsDraft) => sendNews(id, sent),
    onSuccess: () => {
      forgetWriting();
      setWritten(nothingWritten());
      setAsking(false);
      preview.reset();
      return queryClient.invalidateQueries({ queryKey: newsQuery.queryKey });
    },
    // What went out before, without this page hearing of it, keeps its number.
    onError: (error) => isProblem(error) && error.problem.code === 'notifications.other_news_sent' && keep({ id: newId(), draft }),
  });
  const keep = (written: Written): void => {
    keepWriting(written);
    setWritten(written);
  };
  const write = (change: Partial<NewsDraft>): void => {
    keep({ id, draft: { ...draft, ...change } });
    if (sending.isSuccess) sending.reset();
  };
  const seen = preview.data !== undefined && preview.variables === draft ? preview.data : null;
  return (
    <section aria-labelledby="write" className={styles.part}>
      <h2 id="write">Write news</h2>
      {sending.isSuccess && <Notice kind="done" title="It goes out">To {count(sending.data.recipients, 'person', 'people')}. You see below how far it is, and may leave this page.</Notice>}
      <Form draft={draft} preview={preview} onWrite={write} />
      {seen && <NewsPreview draft={draft} preview={seen} onSend={() => setAsking(true)} />}
      <ConfirmDialog
        open={isAsking && seen !== null} title={`Send it to ${count(seen?.recipients ?? 0, 'person', 'people')}?`} verb="Send the news" busy={sending.isPending} error={sending.error}
        onConfirm={() => sending.mutate(draft)} onClose={() => { setAsking(false); sending.reset(); }}
      >
        It cannot be called back, and it is written into the audit log that you sent it.
      </ConfirmDialog>
    </section>
  );
}

interface FormProps {
  draft: NewsDraft;
  preview: { mutate: (draft: NewsDraft) => void; isPending: boolean; isError: boolean; error: unknown };
  onWrite: (change: Partial<NewsDraft>) => void;
}

function Form({ draft, preview, onWrite }: FormProps) {
  const faults = isProblem(preview.error) ? preview.error.problem.fields : {};
  const look = (event: FormEvent): void => {
    event.preventDefault();
    preview.mutate(draft);
  };
  return (
    <form noValidate className={styles.stack} onSubmit={look}>
      <TextInput id="news-subject" className={styles.wide} label="Subject" maxLength={120} value={draft.subject} error={faults.subject} autoComplete="off" onChange={(event) => onWrite({ subject: event.currentTarget.value })} />
      <Textarea
        id="news-text" className={styles.wide} label="Text" description="Plain text. Each line becomes a paragraph, and web addresses that begin with https:// become links."
        rows={10} maxLength={10_000} value={draft.text} error={faults.text} onChange={(event) => onWrite({ text: event.currentTarget.value })}
      />
      {preview.isError && Object.keys(faults).length === 0 && <Failure title="There is no preview." error={preview.error} />}
      <Button type="submit" loading={preview.isPending}>Preview</Button>
    </form>
  );
}
