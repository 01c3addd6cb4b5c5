import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Decision, type OperatorOrganisation, operatorOrganisationsQuery, type OrganisationState } from '../../api/organisation-queries.js';
import { count, inOneBreath, showDay } from '../../lib/format.js';
import { Loaded } from '../../ui/loaded.js';
import { DecideOrganisation } from './decide-organisation.js';
import { Older } from './older.js';
import styles from './operations.module.css';

const states = { pending: 'Waiting', approved: 'Approved', refused: 'Refused', suspended: 'Suspended' } as const satisfies Record<OrganisationState, string>;
const verbs = { approve: 'Approve', refuse: 'Refuse', suspend: 'Suspend' } as const satisfies Record<Decision, string>;
const open: Record<OrganisationState, readonly Decision[]> = { pending: ['approve', 'refuse'], approved: ['suspend'], refused: ['approve'], suspended: ['approve'] };

/** Organisations, and what can be decided about each. */
export function OrganisationRegister({ state }: { state: OrganisationState | undefined }) {
  const query = useInfiniteQuery(operatorOrganisationsQuery(state));
  const [deciding, setDeciding] = useState<{ organisation: OperatorOrganisation; decision: Decision } | null>(null);
  return (
    <div className={styles.part}>
      <nav className={styles.choice} aria-label="Which organisations">
        <Link to="/operator/organisations" search={{}} activeOptions={{ exact: true, includeSearch: true }}>All</Link>
        {(Object.keys(states) as OrganisationState[]).map((one) => (
          <Link key={one} to="/operator/organisations" search={{ state: one }} activeOptions={{ exact: true, includeSearch: true }}>{states[one]}</Link>
        ))}
      </nav>
      <Loaded query={query} failed="The organisations could not be read." skeleton={<Skeleton height={320} />}>
        {({ pages }) => <List organisations={pages.flatMap(({ organisations }) => organisations)} onDecide={(organisation, decision) => setDeciding({ organisation, decision })} />}
      </Loaded>
      <Older query={query} what="organisations" />
      {deciding && <DecideOrganisation key={deciding.organisation.id} {...deciding} onClose={() => setDeciding(null)} />}
    </div>
  );
}

type OnDecide = (organisation: OperatorOrganisation, decision: Decision) => void;

function List({ organisations, onDecide }: { organisations: readonly OperatorOrganisation[]; onDecide: OnDecide }) {
  if (organisations.length === 0) return <p>There are none.</p>;
  return (
    <ul className={styles.rows}>
      {organisations.map((organisation) => <Line key={organisation.id} organisation={organisation} onDecide={onDecide} />)}
    </ul>
  );
}

function Line({ organisation, onDecide }: { organisation: OperatorOrganisation; onDecide: OnDecide }) {
  const { id, name, kind, domain, isDomainVerified, state, reason, madeAt, decidedAt, proofEndedAt, members, clients, addressesAt } = organisation;
  return (
    <li className={styles.withAction}>
      <div>
        <p className={styles.name}>{name}</p>
        <p className={styles.facts}>
          <span>{states[state]}{decidedAt !== null && ` on ${showDay(decidedAt)}`}</span>
          {proofEndedAt !== null && <span>Was approved by its domain; no owner has an address there since {showDay(proofEndedAt)}</span>}
          <span>{domain}, {isDomainVerified ? 'shown by the address of an owner' : 'not shown to be theirs'}</span>
          <span>Owners have mail at {addressesAt.length === 0 ? 'no confirmed address' : inOneBreath(addressesAt)}</span>
          <span>{kind === 'agency' ? `Agency for ${clients.length === 0 ? 'nobody yet' : inOneBreath(clients.map((client) => client.domain === null ? client.name : `${client.name} (${client.domain})`))}` : 'Hires for itself'}</span>
          <span>{count(members, 'member')}</span>
          <span>Made on {showDay(madeAt)}</span>
          <Link to="/operator/audit" search={{ subject: id }}>What was done to it</Link>
        </p>
        {reason !== null && <p className={styles.says}>Told: {reason}</p>}
      </div>
      <div className={styles.buttons}>
        {open[state].map((decision) => (
          <Button key={decision} size="compact-md" variant={decision === 'approve' ? 'filled' : 'default'} onClick={() => onDecide(organisation, decision)}>
            {verbs[decision]}<span className="visually-hidden"> {name}</span>
          </Button>
        ))}
      </div>
    </li>
  );
}
