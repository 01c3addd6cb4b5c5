import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { type Incident, incidentQuery, reportOf } from '../../../api/incident-queries.js';
import { showInstant } from '../../../lib/format.js';
import { LinesSkeleton } from '../../../ui/lines-skeleton.js';
import { Loaded } from '../../../ui/loaded.js';
import { Notice } from '../../../ui/notice.js';
import styles from '../operations.module.css';
import { AuthorityDecision } from './authority-decision.js';
import { IncidentClock } from './incident-clock.js';
import { IncidentClosing } from './incident-closing.js';
import { IncidentFactsForm } from './incident-facts-form.js';
import { IncidentMails } from './incident-mails.js';
import { IncidentPeople } from './incident-people.js';

/** One incident, from what happened to what prevents it. */
export function IncidentBoard({ id }: { id: string }) {
  return (
    <Loaded query={useQuery(incidentQuery(id))} failed="The incident could not be read." skeleton={<LinesSkeleton lines={10} />}>
      {(incident) => <Board incident={incident} />}
    </Loaded>
  );
}

function Board({ incident }: { incident: Incident }) {
  const { id, closedAt, prevention } = incident;
  const isOpen = closedAt === null;
  return (
    <div className={styles.board}>
      {!isOpen && <Notice kind="info" title={`Closed on ${showInstant(closedAt)}`}><p className={styles.words}>{prevention}</p></Notice>}
      <section aria-labelledby="facts" className={styles.part}>
        <h2 id="facts">What happened</h2>
        <Facts incident={incident} />
        {isOpen && <details><summary>Change what is known</summary><IncidentFactsForm incident={incident} /></details>}
      </section>
      <section aria-labelledby="authority" className={styles.part}>
        <h2 id="authority">The authority</h2>
        <p><IncidentClock incident={incident} /></p>
        {incident.authorityReference !== null && <p>Reference: {incident.authorityReference}</p>}
        {incident.authorityNotToldBecause !== null && <p className={styles.words}>{incident.authorityNotToldBecause}</p>}
        {isOpen && <AuthorityDecision incident={incident} />}
      </section>
      <IncidentPeople incident={incident} />
      <IncidentMails incident={incident} />
      {isOpen && <IncidentClosing incident={incident} />}
      <p><a href={reportOf(id)} download>Download the report, as CSV</a></p>
    </div>
  );
}

function Facts({ incident: { what, data, beganAt, endedAt, knownAt, openedAt } }: { incident: Incident }) {
  const moments = [['Began', beganAt], ['Ended', endedAt], ['Known here', knownAt], ['Written down', openedAt]] as const;
  return (
    <>
      <p className={styles.words}>{what}</p>
      <p><strong>Kinds of data:</strong> {data}</p>
      <dl className={styles.about}>
        {moments.map(([title, at]) => <Fragment key={title}><dt>{title}</dt><dd>{at === null ? 'not known' : showInstant(at)}</dd></Fragment>)}
      </dl>
    </>
  );
}
