import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { isAbsent } from '../../api/problem.js';
import { type ComparisonRow, compareQuery } from '../../api/reviewed-queries.js';
import { templateQuery } from '../../api/template-queries.js';
import { CompareBoard } from '../../features/compare/compare-board.js';
import { OpenAppeals } from '../../features/decisions/open-appeals.js';
import { ClientLinks } from '../../features/passing-on/client-links.js';
import { ExportResults } from '../../features/passing-on/export-results.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';
import styles from './sections.module.css';
import { titleOf } from './template-title.js';

const route = getRouteApi('/recruiter/templates/$id/compare');

export function ComparePage() {
  const { id } = route.useParams();
  const ask = route.useSearch();
  const navigate = useNavigate();
  const { data: template } = useQuery(templateQuery(id));
  const { error } = useQuery(compareQuery(id, ask));
  if (isAbsent(error)) return <NotFoundPage />;
  const title = titleOf(template);
  return (
    <>
      <PageHeading title={`Compare: ${title}`} lead="Everybody who handed in an interview for this job. Whoever takes theirs back is gone from here in that moment." above={<Link to={paths.invitations} params={{ id }}>{title}: invitations</Link>}>Compare</PageHeading>
      <div className={styles.below}>
        <OpenAppeals />
        <CompareBoard
          templateId={id} ask={ask} onAsk={(search) => void navigate({ to: paths.compare, params: { id }, search, resetScroll: false })}
          actions={(rows) => rows.length > 0 && <ExportResults templateId={id} invitationIds={rows.map(({ invitationId }) => invitationId)} />}
        />
        {template?.published?.clientName != null && <Links templateId={id} />}
        <p><Link to={paths.fairness} params={{ id }}>Whether the scores treat groups of people alike</Link></p>
      </div>
    </>
  );
}

/** Whoever is shown to the client is chosen among all, whatever the table shows. */
function Links({ templateId }: { templateId: string }) {
  const { data } = useQuery(compareQuery(templateId, {}));
  return data && <ClientLinks templateId={templateId} people={data.rows.map(({ invitationId, ...row }) => ({ invitationId, name: nameOf(row) }))} />;
}

const nameOf = ({ name, email }: Pick<ComparisonRow, 'name' | 'email'>): string => name ?? email ?? 'A candidate';
