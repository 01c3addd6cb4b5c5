import { getRouteApi } from '@tanstack/react-router';
import { MailLedger } from '../../features/operations/mail-ledger.js';
import { PageHeading } from '../../ui/page-heading.js';

const route = getRouteApi('/operator/operator/mails');

export function OperatorMailsPage() {
  const { state } = route.useSearch();
  return (
    <>
      <PageHeading title="Mails" lead="Which kinds of mail were written, and whether they left. To whom and what they say is not shown: text and address are deleted once a mail is sent.">
        Mails
      </PageHeading>
      <MailLedger state={state} />
    </>
  );
}
