import { getRouteApi } from '@tanstack/react-router';
import { SentList } from '../../features/contact/sent-list.js';
import { PageHeading } from '../../ui/page-heading.js';

const route = getRouteApi('/recruiter/contact-requests');

export function ContactRequestsPage() {
  const { state } = route.useSearch();
  return (
    <>
      <PageHeading title="Contact requests" lead="Whom you asked to talk, and what they said. Whoever says yes shows your organisation, and nobody else, their name and e-mail address until they take it back.">Contact requests</PageHeading>
      <SentList state={state} />
    </>
  );
}
