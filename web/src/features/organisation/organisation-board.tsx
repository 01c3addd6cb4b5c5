import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { organisationQuery } from '../../api/organisation-queries.js';
import { isProblem } from '../../api/problem.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { About } from './about.js';
import { Clients } from './clients.js';
import { Invitations } from './invitations.js';
import { Members } from './members.js';
import styles from './organisation.module.css';
import { StateNotice } from './state-notice.js';

/** The organisation one works for: where it stands, whom it hires for, and who works there. */
export function OrganisationBoard({ morePlaces, onLeft }: { morePlaces: ReactNode; onLeft: () => void }) {
  const query = useQuery(organisationQuery);
  const name = query.data?.name;
  return (
    <>
      <PageHeading title={name ?? 'Organisation'}>{name ?? 'Your organisation'}</PageHeading>
      {isProblem(query.error, 'recruiters.no_organisation') ? (
        <Notice kind="info" title="You work for no organisation here any more">What you kept of your own is still yours. <Link to="/practice">Go to your practice</Link></Notice>
      ) : (
        <Loaded query={query} failed="Your organisation could not be read." skeleton={<LinesSkeleton lines={10} />}>
          {(organisation) => {
            const owns = organisation.myRoles.includes('owner');
            return (
              <div className={styles.board}>
                <StateNotice organisation={organisation} />
                <About organisation={organisation} owns={owns} />
                {organisation.kind === 'agency' && <Clients clients={organisation.clients} owns={owns} />}
                <Members owns={owns} organisationName={organisation.name} more={morePlaces} onLeft={onLeft} />
                {owns && organisation.state === 'approved' && <Invitations />}
              </div>
            );
          }}
        </Loaded>
      )}
    </>
  );
}
