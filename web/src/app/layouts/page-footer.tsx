import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { policyQuery } from '../../api/queries.js';
import { paths } from '../paths.js';
import styles from './layouts.module.css';

/** Who runs this place, how to reach them, and what they keep. */
export function PageFooter() {
  const { data: policy } = useQuery(policyQuery);
  return (
    <footer className={styles.footer}>
      <div className={styles.footerInner}>
        <Link to={paths.privacyNotice}>Privacy</Link>
        <Link to={paths.cookies}>Cookies</Link>
        <Link to={paths.processors}>Who else is given data</Link>
        <Link to={paths.doNotSell}>Do not sell or share my data</Link>
        <Link to={paths.contact}>Contact</Link>
        <Link to={paths.retention}>What we keep, and for how long</Link>
        <Link to={paths.pricing}>Pricing</Link>
        <Link to={paths.verify}>Check a certificate</Link>
        <Link to={paths.scoring}>How answers are scored</Link>
        <Link to={paths.promises}>Promises, and their proof</Link>
        {policy && <span>{policy.operator.name}</span>}
        {policy && <a href={`mailto:${policy.operator.privacyContact}`}>{policy.operator.privacyContact}</a>}
      </div>
    </footer>
  );
}
