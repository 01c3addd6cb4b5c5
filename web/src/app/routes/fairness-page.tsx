import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { isAbsent } from '../../api/problem.js';
import { templateQuery } from '../../api/template-queries.js';
import { FairnessReport } from '../../features/fairness/fairness-report.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';
import { titleOf } from './template-title.js';

const route = getRouteApi('/recruiter/templates/$id/fairness');
const YEARS = 4;

export function FairnessPage() {
  const { id } = route.useParams();
  const [thisYear] = useState(() => new Date().getUTCFullYear());
  const { year = thisYear } = route.useSearch();
  const navigate = useNavigate();
  const { data, error } = useQuery(templateQuery(id));
  if (isAbsent(error)) return <NotFoundPage />;
  const title = titleOf(data);
  return (
    <>
      <PageHeading title={`Fairness: ${title}`} above={<Link to={paths.template} params={{ id }}>{title}</Link>} lead="Whether its scores treat groups of people alike.">Fairness</PageHeading>
      <FairnessReport templateId={id} year={year} years={Array.from({ length: YEARS }, (_, index) => thisYear - index)} onYear={(chosen) => void navigate({ to: paths.fairness, params: { id }, search: { year: chosen }, resetScroll: false })} />
    </>
  );
}
