import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type NewsDraft, tryNews } from '../../api/news-queries.js';
import { type NewsPreview as Preview } from '../../api/generated/index.js';
import { count } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import styles from './operations.module.css';

/** The mail as it arrives, a copy of it for whoever wrote it, and the way to send it. */
export function NewsPreview({ draft, preview: { text, recipients }, onSend }: { draft: NewsDraft; preview: Preview; onSend: () => void }) {
  const trying = useMutation({ mutationFn: tryNews });
  return (
    <section aria-labelledby="preview" className={styles.preview}>
      <h3 id="preview">As it arrives</h3>
      <p role="status">{recipients === 0 ? 'Nobody wants news by mail at the moment, so there is nobody to send it to.' : `${count(recipients, 'person', 'people')} would get it now.`}</p>
      <p className={styles.letter}>{text}</p>
      {trying.isError && <Failure title="The copy was not sent." error={trying.error} />}
      {trying.isSuccess && (trying.data.isSent
        ? <Notice kind="done">A copy is on its way to your address. The link in it is yours: it would take back your own consent.</Notice>
        : <Notice kind="warning">There is no confirmed address of yours to send it to.</Notice>)}
      <div className={styles.buttons}>
        <Button variant="default" loading={trying.isPending} onClick={() => trying.mutate(draft)}>Send a copy to me</Button>
        {recipients > 0 && <Button onClick={onSend}>Send it to {count(recipients, 'person', 'people')}</Button>}
      </div>
    </section>
  );
}
