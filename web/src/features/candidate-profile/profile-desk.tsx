import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { myProfileQuery } from '../../api/profile-queries.js';
import { consentsQuery } from '../../consent/consent-api.js';
import { Loaded } from '../../ui/loaded.js';
import { ProfileForm } from './profile-form.js';
import styles from './profile.module.css';

/** One's own profile, to be read and written. */
export function ProfileDesk() {
  const query = useQuery(myProfileQuery);
  const { data: consents } = useQuery(consentsQuery);
  const isListed = consents?.some(({ purpose, live }) => purpose === 'discovery' && live) ?? false;
  const skeleton = <div className={styles.form}>{[70, 70, 70, 120, 70, 70].map((height, field) => <Skeleton key={field} height={height} />)}</div>;
  return <Loaded query={query} failed="Your profile could not be read." skeleton={skeleton}>{(mine) => <ProfileForm mine={mine} isListed={isListed} />}</Loaded>;
}
