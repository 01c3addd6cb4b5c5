import { type PublishedPolicy } from '../../api/schema.js';
import { Contact, LegalText, type Part } from './legal-text.js';

/** Who runs this place, who answers, and how soon. */
export const ContactCard = () => <LegalText parts={parts} saysWho />;

const parts = (policy: PublishedPolicy): readonly Part[] => [
  { id: 'reach', title: 'How to reach us', body: <Contact policy={policy} /> },
  {
    id: 'when',
    title: 'When you hear from us',
    body: <p>Within {policy.answerWithin}. With an account, ask in the privacy centre: you see there by which day the answer is due, and read it there.</p>,
  },
];
