import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { correctOrganisation, type Organisation, organisationQuery, type OrganisationState } from '../../api/organisation-queries.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { showDay } from '../../lib/format.js';
import { OrganisationForm } from './organisation-form.js';
import styles from './organisation.module.css';
import { kindWords, rolesInWords } from './words.js';

const marks = {
  pending: { icon: IconClockHour4, says: 'Waits for the operator' },
  approved: { icon: IconCircleCheck, says: 'Approved' },
  refused: { icon: IconAlertTriangle, says: 'Not approved' },
  suspended: { icon: IconAlertTriangle, says: 'Suspended' },
} as const satisfies Record<OrganisationState, { icon: typeof IconClockHour4; says: string }>;

/** What people who are written to learn of the organisation. It can be corrected until it is approved for the first time. */
export function About({ organisation, owns }: { organisation: Organisation; owns: boolean }) {
  const [correcting, setCorrecting] = useState(false);
  const queryClient = useQueryClient();
  const canCorrect = owns && organisation.proofEndedAt === null && (organisation.state === 'pending' || organisation.state === 'refused');
  const done = (): void => {
    setCorrecting(false);
    focusHeading();
  };
  return (
    <section aria-labelledby="about" className={styles.section}>
      <h2 id="about">What it says of itself</h2>
      {correcting && canCorrect ? (
        <OrganisationForm
          begin={organisation} verb="Send it again" send={correctOrganisation} beside={<Button variant="default" onClick={done}>Leave it as it is</Button>}
          onDone={(now) => {
            queryClient.setQueryData(organisationQuery.queryKey, now);
            done();
          }}
        />
      ) : (
        <>
          <Facts organisation={organisation} />
          {canCorrect && <Button variant="default" onClick={() => setCorrecting(true)}>Correct it</Button>}
          {(organisation.state === 'approved' || organisation.proofEndedAt !== null) && <p className={styles.soft}>Name and domain stay as they are, since people decide by them who may see them. <Link to="/legal/contact">Write to the operator</Link> if one of them is wrong.</p>}
        </>
      )}
    </section>
  );
}

function Facts({ organisation: { name, domain, isDomainVerified, kind, state, decidedAt, myRoles } }: { organisation: Organisation }) {
  const { icon: Icon, says } = marks[state];
  return (
    <dl className={styles.facts}>
      <dt>Name</dt><dd>{name}</dd>
      <dt>Web domain</dt><dd>{domain}<span className={styles.says}>{isDomainVerified ? 'Verified by the address of an owner' : 'Not verified: no owner has an address there'}. People see it beside your name.</span></dd>
      <dt>Kind</dt><dd>{kindWords[kind]}</dd>
      <dt>State</dt>
      <dd><span className={styles.state} data-state={state}><Icon size={18} stroke={1.5} aria-hidden />{says}{decidedAt !== null && `, ${showDay(decidedAt)}`}</span></dd>
      <dt>Your part</dt><dd>{rolesInWords(myRoles)}</dd>
    </dl>
  );
}
