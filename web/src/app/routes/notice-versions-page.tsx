import { getRouteApi, Link } from '@tanstack/react-router';
import { type NoticeName } from '../../api/notice-queries.js';
import { NoticeVersions } from '../../features/privacy/notice-versions.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';

const route = getRouteApi('/public/legal/$notice/versions');

const NOTICES = {
  privacy: { title: 'Privacy notice', path: paths.privacyNotice }, cookies: { title: 'Cookies', path: paths.cookies },
  processors: { title: 'Who else is given data', path: paths.processors }, contact: { title: 'Contact', path: paths.contact },
} as const satisfies Record<NoticeName, object>;

const isNotice = (name: string): name is NoticeName => Object.hasOwn(NOTICES, name);

export function NoticeVersionsPage() {
  const { notice } = route.useParams();
  const chosen = route.useSearch();
  const navigate = route.useNavigate();
  if (!isNotice(notice)) return <NotFoundPage />;
  const { title, path } = NOTICES[notice];
  return (
    <>
      <PageHeading title={`All versions: ${title}`} above={<Link to={path}>{title}</Link>} lead="Each version that was ever in force here, since when, and what was changed between any two of them.">
        All versions
      </PageHeading>
      <NoticeVersions notice={notice} chosen={chosen} choose={(search) => void navigate({ search, replace: true, resetScroll: false })} />
    </>
  );
}
