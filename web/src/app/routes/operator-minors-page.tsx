import { getRouteApi } from '@tanstack/react-router';
import { MinorDesk } from '../../features/operations/minor-desk.js';
import { PageHeading } from '../../ui/page-heading.js';
import sections from './sections.module.css';

const route = getRouteApi('/operator/operator/minors');

export function OperatorMinorsPage() {
  const { state } = route.useSearch();
  return (
    <>
      <PageHeading title="Reports of minors" lead="Somebody is reported to be too young. Whom a report names is hidden for three days at most: decide until then whether they stay.">Reports of minors</PageHeading>
      <div className={sections.below}><MinorDesk state={state ?? 'open'} /></div>
    </>
  );
}
