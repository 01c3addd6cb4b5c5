import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { AuditCheck } from '../../features/operations/audit-check.js';
import { AuditList } from '../../features/operations/audit-list.js';
import { LedgerCheckPanel } from '../../features/operations/ledger-check.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

const route = getRouteApi('/operator/operator/audit');

export function OperatorAuditPage() {
  const filter = route.useSearch();
  const navigate = useNavigate();
  return (
    <>
      <PageHeading title="Audit log" lead="What was done here, by whom and to what: ids and codes, no names. Nobody can change it unnoticed.">Audit log</PageHeading>
      <div className={styles.below}>
        <AuditCheck />
        <LedgerCheckPanel />
        <AuditList filter={filter} onFilter={(search) => void navigate({ to: paths.operatorAudit, search })} />
      </div>
    </>
  );
}
