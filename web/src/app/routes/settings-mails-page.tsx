import { MailChoices } from '../../features/notifications/mail-choices.js';
import { PageHeading } from '../../ui/page-heading.js';

export const SettingsMailsPage = () => (
  <>
    <PageHeading title="Mails" lead="What happens stands in your notes anyway. Choose what comes by mail, too.">Mails</PageHeading>
    <MailChoices />
  </>
);
