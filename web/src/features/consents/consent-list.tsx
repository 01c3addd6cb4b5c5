import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { type ConsentState } from '../../api/generated/index.js';
import { consentsQuery, type Purpose } from '../../consent/consent-api.js';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { sayFields } from '../../consent/field-words.js';
import { saysGpc } from '../../lib/says-gpc.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './consents.module.css';

/** What stands in the place of a switch that cannot be switched on from here; null leaves the purpose out until it is allowed. */
export type Elsewhere = Partial<Record<Purpose, ReactNode>>;

/** Every purpose on its own. What lives can be taken back here, whatever page it was allowed on. */
export function ConsentList({ elsewhere }: { elsewhere: Elsewhere }) {
  return (
    <Loaded query={useQuery(consentsQuery)} failed="Your consents could not be read." skeleton={<LinesSkeleton lines={12} />}>
      {(consents) => (
        <div className={styles.list}>
          {consents.filter((state) => !isOfInterview(state)).map((state) => <One key={state.purpose + state.scope} state={state} elsewhere={elsewhere} />)}
          <OfInterviews states={consents.filter((state) => state.live && isOfInterview(state))} elsewhere={elsewhere} />
        </div>
      )}
    </Loaded>
  );
}

const isOfInterview = ({ purpose }: ConsentState): boolean => purpose === 'recording' || purpose === 'audio_replay';

/** What is allowed for one interview at a time: there may be as many as there are interviews, so they stand behind their number. */
function OfInterviews({ states, elsewhere }: { states: readonly ConsentState[]; elsewhere: Elsewhere }) {
  if (states.length === 0) return elsewhere.recording ?? null;
  const interviews = new Set(states.map(({ scope }) => scope)).size;
  return (
    <details className={styles.many}>
      <summary>Recordings are kept of {interviews === 1 ? 'one interview' : `${interviews} interviews`}</summary>
      <div className={styles.list}>{states.map((state) => <One key={state.purpose + state.scope} state={state} elsewhere={{}} />)}</div>
    </details>
  );
}

function One({ state: { purpose, scope, recipient, live, fields }, elsewhere }: { state: ConsentState; elsewhere: Elsewhere }) {
  const isHere = elsewhere[purpose] === undefined;
  if (!live && !isHere) return elsewhere[purpose];
  return (
    <ConsentSwitch purpose={purpose} scope={scope}>
      {recipient !== null && <p className={styles.for}>For: {recipient}</p>}
      {purpose === 'analytics' && saysGpc() && <p>Your browser sends the Global Privacy Control signal, and that wins: you are not counted.</p>}
      {live && fields.length > 0 && <p>What may be shown: {sayFields(fields)}</p>}
    </ConsentSwitch>
  );
}
