import { useQueryClient } from '@tanstack/react-query';
import { type Certificate, certificateQuery, certificateFile, certificatesQuery } from '../../api/certificate-queries.js';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { showMoment } from '../../lib/format.js';
import { ButtonLink } from '../../ui/button-link.js';
import { CopyText } from '../../ui/copy-text.js';
import styles from './certificates.module.css';

/** Its picture, its address, and whether anybody sees it. */
export function Publication({ certificate: { id, url, name, facts, isPublished, isSuspended, validUntil, files } }: { certificate: Certificate }) {
  const queryClient = useQueryClient();
  const changed = (): void => {
    void queryClient.invalidateQueries({ queryKey: certificateQuery(id).queryKey });
    void queryClient.invalidateQueries({ queryKey: certificatesQuery.queryKey });
  };
  return (
    <section aria-labelledby="public" className={styles.part}>
      <h2 id="public">Who sees it</h2>
      {files.includes('card_png') && <img className={styles.card} src={certificateFile(id, 'card_png')} width={1200} height={630} alt={`Certificate of ${name ?? ''}: ${facts?.roleTitle ?? ''}, ${facts?.overall ?? ''} of 10`} />}
      {url !== null && isPublished && (
        <>
          <p className={styles.address}><a href={url}>{url}</a></p>
          <div className={styles.buttons}>
            <CopyText text={url} what="link" />
            <ButtonLink variant="default" to="/verify" search={{ link: url }}>Check it as others do</ButtonLink>
          </div>
          <p className={styles.soft}>On its page you find how to add it to LinkedIn and to your own site. Only those who have the link find it.</p>
        </>
      )}
      {!isPublished && !isSuspended && <p>Nobody but you sees it. Whoever follows its link reads that it is not public, and whoever checks a paper of it, that it is suspended.</p>}
      <ConsentSwitch purpose="public_certificate" scope={id} onChanged={changed} {...(validUntil === null ? {} : { ends: `It ends with the certificate, on ${showMoment(validUntil)}.` })} />
    </section>
  );
}
