import { DisclosureIntake } from '../../features/operations/disclosure-intake.js';
import { DisclosureList } from '../../features/operations/disclosure-list.js';
import { PageHeading } from '../../ui/page-heading.js';
import sections from './sections.module.css';

export const OperatorDisclosuresPage = () => (
  <>
    <PageHeading title="Given to authorities" lead="What the law demanded: to whom, which data of which account, on which ground and why. The person reads it in the privacy centre and is told by mail, unless the law forbids it for now.">
      Given to authorities
    </PageHeading>
    <div className={sections.below}>
      <DisclosureList />
      <DisclosureIntake />
    </div>
  </>
);
