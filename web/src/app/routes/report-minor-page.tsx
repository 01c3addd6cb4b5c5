import { MinorForm } from '../../features/privacy/minor-form.js';
import { MinorRules } from '../../features/privacy/minor-rules.js';
import { PageHeading } from '../../ui/page-heading.js';
import sections from './sections.module.css';

export const ReportMinorPage = () => (
  <>
    <PageHeading title="Report a minor" lead="Is somebody here too young? Tell us, without an account and without your name if you like.">Report a minor</PageHeading>
    <div className={sections.below}>
      <MinorRules />
      <MinorForm />
    </div>
  </>
);
