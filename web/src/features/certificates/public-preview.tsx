import { Skeleton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type CertificateWish, previewQuery } from '../../api/certificate-queries.js';
import { ProblemError } from '../../api/problem.js';
import { Failure } from '../../ui/failure.js';
import styles from './certificates.module.css';

const TYPING_MS = 400;

/** The very page that others would see, made of what stands in the form. */
export function PublicPreview({ id, wish }: { id: string; wish: CertificateWish }) {
  const [settled] = useDebouncedValue(wish, TYPING_MS);
  const { data, error, refetch } = useQuery(previewQuery(id, settled));
  return (
    <section aria-labelledby="preview" className={styles.part}>
      <h2 id="preview">What the public will see</h2>
      <p className={styles.soft}>This is the page itself, as whoever has the link sees it as long as you let it be public. Nothing besides is shown to anybody.</p>
      {data !== undefined && <iframe className={styles.preview} title="What the public will see" srcDoc={data.page} sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox" />}
      {data === undefined && error === null && <Skeleton height={420} aria-busy />}
      {error !== null && (isAboutName(error) ? <p>It is shown again as soon as the name can stand on it.</p> : <Failure title="The page could not be shown." error={error} again={() => void refetch()} />)}
    </section>
  );
}

/** What is wrong with it stands beside it. */
const isAboutName = (error: Error): boolean => error instanceof ProblemError && error.problem.fields.name !== undefined;
