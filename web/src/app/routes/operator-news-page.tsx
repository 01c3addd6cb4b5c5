import { NewsList } from '../../features/operations/news-list.js';
import { NewsWriter } from '../../features/operations/news-writer.js';
import { PageHeading } from '../../ui/page-heading.js';
import sections from './sections.module.css';

export const OperatorNewsPage = () => (
  <>
    <PageHeading title="News" lead="A mail to everybody who allows “News about this place by mail”, and to nobody else. Each consent is looked up again when its turn comes, so whoever has taken it back by then gets nothing. To whom it went is not written down.">
      News by mail
    </PageHeading>
    <div className={sections.below}>
      <NewsWriter />
      <NewsList />
    </div>
  </>
);
