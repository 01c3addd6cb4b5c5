import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { type Certificate, certificateQuery } from '../../api/certificate-queries.js';
import { consentsQuery } from '../../consent/consent-api.js';
import { daysUntil, count, showDeadline, showMoment } from '../../lib/format.js';
import { useNow } from '../../lib/use-now.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import { CertificateMark } from './certificate-mark.js';
import styles from './certificates.module.css';
import { Changes } from './changes.js';
import { Files } from './files.js';
import { IssuingProgress } from './issuing-progress.js';
import { Publication } from './publication.js';
import { Views } from './views.js';
import { clipEndedBecause, endedBecause } from './words.js';

/** A certificate as its owner sees it, whatever became of it. */
export function OwnCertificate({ id, onEnded }: { id: string; onEnded: () => void }) {
  const query = useQuery(certificateQuery(id));
  return (
    <Loaded query={query} failed="Your certificate could not be read." skeleton={<LinesSkeleton lines={8} />}>
      {(certificate) => (
        <div className={styles.certificate}>
          <p className={styles.standing}>{/* What becomes of it while one looks on is heard as well. */}<span role="status"><CertificateMark certificate={certificate} /></span><Validity certificate={certificate} /></p>
          <Body certificate={certificate} onEnded={onEnded} />
        </div>
      )}
    </Loaded>
  );
}

function Validity({ certificate: { state, validUntil } }: { certificate: Certificate }) {
  const now = useNow();
  if (validUntil === null || state !== 'issued') return null;
  return <span>{count(daysUntil(validUntil, now), 'day')} left, until {showDeadline(validUntil)}</span>;
}

/** Why it lost its video: what its owner allowed of it ended, by themselves or with the text of the notice. */
function ClipEnded({ id }: { id: string }): string {
  const { data } = useQuery(consentsQuery);
  return clipEndedBecause(data?.find(({ purpose, scope }) => purpose === 'certificate_clip' && scope === id)?.ended?.because);
}

function Body({ certificate, onEnded }: { certificate: Certificate; onEnded: () => void }): ReactNode {
  const { id, state, interviewId, refusal, revokedAt, revokedBecause, replacedBy, validUntil, measure } = certificate;
  switch (state) {
    case 'draft': return interviewId !== null && <p><Link to="/interviews/$id/certificate" params={{ id: interviewId }}>Choose what stands on it</Link></p>;
    case 'issuing': return <IssuingProgress certificate={certificate} />;
    case 'in_check': return <InCheck certificate={certificate} />;
    case 'refused': return <Notice kind="info" title="It was not issued">{refusal ?? 'The answers were too much like earlier ones.'} Your report is as it was, and another interview can earn a certificate. If this is wrong, <Link to="/legal/contact">write to us</Link> and say why: a person reads it.</Notice>;
    case 'revoked': return (
      <Notice kind="info" title={revokedAt === null ? 'It was revoked' : `It was revoked on ${showMoment(revokedAt)}`}>
        {revokedBecause === 'clip_withdrawn' ? <ClipEnded id={id} /> : revokedBecause !== null && endedBecause[revokedBecause]}{revokedBecause === 'operator' && measure !== null && ` The reason: “${measure.reason}”`} What was in it is deleted; its page and whoever checks it say that it is revoked.{' '}
        {replacedBy !== null && <Link to="/certificates/$id" params={{ id: replacedBy }}>The one in its place</Link>}
      </Notice>
    );
    case 'expired': return <Notice kind="info" title={validUntil === null ? 'It has ended' : `It ended on ${showMoment(validUntil)}`}>Its papers, its video and everything personal in it are deleted. Its page says that it has expired. Another interview can earn a new one.</Notice>;
    case 'issued': return (
      <>
        {certificate.isSuspended && <Notice kind="warning" title="It is suspended">Whoever runs this place looks into it.{measure !== null && ` The reason: “${measure.reason}”`} Until that is done, its page and whoever checks it say that it is suspended. You are told what comes of it.</Notice>}
        <Publication certificate={certificate} />
        <Files id={id} files={certificate.files} />
        {certificate.isPublished && <Views views={certificate.views} />}
        <Changes certificate={certificate} onEnded={onEnded} />
      </>
    );
  }
}

/** What was noticed, and what that means. */
function InCheck({ certificate: { findings } }: { certificate: Certificate }) {
  return (
    <Notice kind="info" title="A person looks at it first">
      <p>{findings.some(({ what }) => what === 'recording') ? 'A recording of this interview was handed in before.' : 'Some of your answers are much like answers that were given before.'} That may have a good reason. Somebody reads them and decides; you are told what comes of it, with the reason.</p>
      <ul>{findings.map(({ position, what }) => <li key={`${position} ${what}`}>Question {position}: {what === 'recording' ? 'the recording' : 'the words'}</li>)}</ul>
    </Notice>
  );
}
