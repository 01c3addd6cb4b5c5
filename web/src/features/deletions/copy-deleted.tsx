import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { acknowledgeDeletion, type AskedDeletion, askedDeletionQuery } from '../../api/deletion-queries.js';
import { isProblem } from '../../api/problem.js';
import { domainInWords } from '../../lib/domain-in-words.js';
import { showDay } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './deletions.module.css';
import { waysInWords } from './words.js';

/** Where somebody with a copy of a deleted interview says that it is gone. */
export function CopyDeleted({ token }: { token: string | null }) {
  return (
    <>
      <PageHeading title="Delete your copy">Delete your copy of an interview</PageHeading>
      {token === null ? <Notice kind="warning" title="The link is not complete">Open it again from the mail, or copy all of it into the address bar.</Notice> : <Asked token={token} />}
    </>
  );
}

function Asked({ token }: { token: string }) {
  const query = useQuery(askedDeletionQuery(token));
  if (isProblem(query.error, 'recruiters.acknowledgement_over')) return <Notice kind="warning" title="This link asks for nothing any more">If you still have a copy of somebody’s interview, please delete it.</Notice>;
  return (
    <Loaded query={query} failed="The request could not be read." skeleton={<LinesSkeleton lines={4} />}>
      {(asked) => <Say token={token} asked={asked} />}
    </Loaded>
  );
}

function Say({ token, asked: { organisation, jobTitle, how, askedAt, dueAt, acknowledgedAt } }: { token: string; asked: AskedDeletion }) {
  const saying = useMutation({ mutationFn: () => acknowledgeDeletion(token) });
  if (acknowledgedAt !== null || saying.isSuccess) return <Notice kind="done" title="Thank you">You said that your copy is deleted. It is written down for whoever asked, and there is nothing left to do.</Notice>;
  return (
    <div className={styles.part}>
      <p>On {showDay(askedAt)} somebody asked {organisation.name} ({domainInWords(organisation)}) to delete their interview for “{jobTitle}”. The mail says who it is.</p>
      <p>{whatThereIs(how)} Delete every copy by {showDay(dueAt)}, also those you passed on, in print, and in mails. Then say it here.</p>
      {saying.isError && <Failure title="It was not written down." error={saying.error} />}
      <Button loading={saying.isPending} onClick={() => saying.mutate()}>My copies are deleted</Button>
    </div>
  );
}

function whatThereIs(how: AskedDeletion['how']): string {
  const files = how.filter((way) => way !== 'link');
  return [...(files.length > 0 ? [`There is ${waysInWords(files)} with their results.`] : []), ...(how.includes('link') ? ['A link showed their results.'] : [])].join(' ');
}
