import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { isAbsent } from '../../api/problem.js';
import { aiNoticeQuery } from '../../api/template-queries.js';
import { AiNotice } from '../../features/templates/ai-notice.js';
import { domainInWords } from '../../lib/domain-in-words.js';
import { showDay } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHeading } from '../../ui/page-heading.js';
import { NotFoundPage } from './not-found-page.js';

const route = getRouteApi('/public/ai-notice/$versionId');

export function AiNoticePage() {
  const { versionId } = route.useParams();
  const query = useQuery(aiNoticeQuery(versionId));
  const { data, error } = query;
  if (isAbsent(error)) return <NotFoundPage />;
  return (
    <>
      <PageHeading
        title="How this interview is scored"
        lead={data ? `${data.organisation.name} (${domainInWords(data.organisation)}), ${data.jobTitle}. Notice ${data.version}, published on ${showDay(data.publishedAt)}.` : 'What scores, what it looks at, what is kept, and how to have people do it instead.'}
      >
        How this interview is scored
      </PageHeading>
      <Loaded query={query} failed="This notice could not be read." skeleton={<LinesSkeleton lines={8} height={28} />}>{(notice) => <AiNotice notice={notice} />}</Loaded>
    </>
  );
}
