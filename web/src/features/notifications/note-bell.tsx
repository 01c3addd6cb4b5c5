import { IconBell } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { unreadQuery } from '../../api/notification-queries.js';
import styles from './notifications.module.css';

/** Leads to the inbox, and says how much waits there; it looks again on the way to another page. */
export function NoteBell() {
  const { data: unread = 0 } = useQuery(unreadQuery);
  const { pathname } = useLocation();
  const queryClient = useQueryClient();
  useEffect(() => void queryClient.refetchQueries({ queryKey: unreadQuery.queryKey, stale: true }), [pathname, queryClient]);
  return (
    <Link to="/notes" className={styles.bell} aria-label={unread === 0 ? 'Your notes' : `Your notes, ${unread} new`}>
      <IconBell size={22} stroke={1.5} aria-hidden />
      {unread > 0 && <span className={styles.count} aria-hidden>{unread > 99 ? '99+' : unread}</span>}
    </Link>
  );
}
