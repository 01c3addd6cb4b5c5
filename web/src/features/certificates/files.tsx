import { IconDownload } from '@tabler/icons-react';
import { type Certificate, certificateFile } from '../../api/certificate-queries.js';
import styles from './certificates.module.css';
import { fileWords } from './words.js';

/** What of it can be taken along: papers to print, badges and the credential that programs check. */
export function Files({ id, files }: { id: string; files: Certificate['files'] }) {
  return (
    <section aria-labelledby="files" className={styles.part}>
      <h2 id="files">Take it with you</h2>
      <ul className={styles.files}>
        {files.map((kind) => (
          <li key={kind}><IconDownload size={18} stroke={1.5} aria-hidden /><a href={certificateFile(id, kind)} download>{fileWords[kind]}</a></li>
        ))}
      </ul>
      <p className={styles.soft}>Papers and badges have the credential inside, so that they can be checked by themselves. A certificate that is hidden or revoked is so on paper, too, as soon as somebody checks it.</p>
    </section>
  );
}
