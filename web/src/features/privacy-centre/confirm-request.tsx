import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { confirmRequest } from '../../api/privacy-api.js';
import { isProblem } from '../../api/problem.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './privacy-centre.module.css';

/** Where the owner of an account says that a letter about its data was theirs. */
export function ConfirmRequest({ token }: { token: string | null }) {
  return (
    <>
      <PageHeading title="Was it you?">Did you write to us about your data?</PageHeading>
      {token === null ? <Notice kind="warning" title="The link is not complete">Open it again from the mail, or copy all of it into the address bar.</Notice> : <Say token={token} />}
    </>
  );
}

function Say({ token }: { token: string }) {
  const saying = useMutation({ mutationFn: () => confirmRequest(token) });
  if (saying.isSuccess) return <Notice kind="done" title="Thank you">Your request counts as yours from now on. You have our answer by the day that stands in the mail.</Notice>;
  if (isProblem(saying.error, 'privacy.link_used_or_expired')) return <Notice kind="warning" title="This link does not work any more">It works once, and for a while. If you still want an answer, write to us once more.</Notice>;
  return (
    <div className={styles.stack}>
      <p>Somebody wrote to us about the data of the account with your address. If it was you, say so here, and we answer. If it was not, close this page: nobody is told anything, and nothing is deleted.</p>
      {saying.isError && <Failure title="It was not written down." error={saying.error} />}
      <Button loading={saying.isPending} onClick={() => saying.mutate()}>It was me</Button>
    </div>
  );
}
