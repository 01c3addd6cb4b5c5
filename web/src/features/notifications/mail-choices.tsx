import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { chooseMails, type MailCategory, mailPreferencesQuery } from '../../api/notification-queries.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './notifications.module.css';

/** Which mails somebody gets. A change is kept as it is made. */
export function MailChoices() {
  const query = useQuery(mailPreferencesQuery);
  return (
    <Loaded query={query} failed="Your choices could not be read." skeleton={<LinesSkeleton lines={6} />}>
      {(categories) => <Choices categories={categories} />}
    </Loaded>
  );
}

function Choices({ categories }: { categories: readonly MailCategory[] }) {
  const queryClient = useQueryClient();
  const choosing = useMutation({
    mutationFn: chooseMails,
    onSuccess: ({ categories: now }) => queryClient.setQueryData(mailPreferencesQuery.queryKey, now),
  });
  const asked = choosing.isPending ? choosing.variables : null;
  return (
    <div className={styles.stack}>
      <div className={styles.choices}>
        {categories.map(({ id, title, says, isWanted }) => (
          <label key={id} className={styles.choice}>
            <input
              type="checkbox" aria-describedby={`mail-${id}`} checked={asked?.id === id ? asked.isWanted : isWanted}
              onChange={({ currentTarget }) => choosing.mutate({ id, isWanted: currentTarget.checked })}
            />
            <span>{title}<span className={styles.says} id={`mail-${id}`}>{says}</span></span>
          </label>
        ))}
      </div>
      {choosing.isError && <Failure title="Your choice was not kept." error={choosing.error} />}
      <p role="status" className={styles.soft}>{choosing.isSuccess ? 'Kept.' : ''}</p>
      <p>News about this place comes by mail only if you allow it: see <Link to="/consents">what you allow</Link>.</p>
      <p>Mails about your account, and those you ask for yourself, always come: links to sign in, changes of your password, the deletion of your account.</p>
    </div>
  );
}
