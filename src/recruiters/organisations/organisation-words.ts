import { type Delivery, type NewNote } from '../../notifications/index.js';
import { type Organisation } from './organisation.repository.js';

/** What owners, or operators, are told of an organisation: in a mail and in their inbox alike. */
export interface Told {
  readonly mail: Delivery['mail'];
  readonly note: Omit<NewNote, 'accountId'>;
}

const PAGE = '/organisation';

export const approvedWords = ({ name }: Organisation): Told => told('organisation-approved', 'organisation_approved', {
  subject: `${name} is approved`,
  says: `${name} can search for people now. They decide themselves whether they are found and what you see of them, and each of them sees that you looked.`,
  label: 'Open Viva Voce',
});

export const refusedWords = ({ name }: Organisation, reason: string): Told => told('organisation-refused', 'organisation_refused', {
  subject: `${name} was not approved`,
  says: `The operator of this place looked at ${name} and did not approve it. The reason: ${reason}`,
  then: 'You can correct what you entered, and it is looked at again. Nothing else of yours has changed.',
  label: 'Correct it',
});

export const suspendedWords = ({ name }: Organisation, reason: string): Told => told('organisation-suspended', 'organisation_suspended', {
  subject: `${name} is suspended`,
  says: `From now on ${name} sees nobody here. The reason: ${reason}`,
  then: 'Your lists and notes are kept. Answer to the address at the foot of every page of ours.',
  label: 'Open Viva Voce',
});

/** When the address is gone that the approval rested on. */
export const unprovenWords = ({ name, domain }: Organisation): Told => told('organisation-unproven', 'organisation_unproven', {
  subject: `${name} waits for the operator again`,
  says: `${name} could search because an owner had a confirmed address at ${domain}. No owner has one any more, so it sees nobody until one has again, or until the operator approves it.`,
  then: 'Your lists and notes are kept meanwhile.',
  label: 'See where it stands',
});

/** For the operators. */
export const waitingWords = ({ name, domain }: Organisation): Told => {
  const said = `${name} (${domain}) asks to be approved. It searches for nobody until you decide.`;
  return {
    mail: { template: 'organisation-waiting', subject: 'An organisation waits for you', heading: 'An organisation waits for you', paragraphs: [said], action: { label: 'Look at it', path: '/operator/organisations' } },
    note: { kind: 'recruiters.organisation_waiting', title: 'An organisation waits for you', body: said, link: '/operator/organisations' },
  };
};

/** For somebody whose part in an organisation changed. */
export const partChangedWords = (organisationName: string, roles: readonly string[]): Told => told('organisation-part', 'part_changed', {
  subject: `Your part at ${organisationName} changed`,
  says: `At ${organisationName} you are now: ${roles.join(', ')}. You were signed out everywhere, so that nothing goes on under what you had before.`,
  label: 'Sign in',
});

export const removedWords = (organisationName: string): Told => told('organisation-left', 'part_ended', {
  subject: `You do not work with ${organisationName} here any more`,
  says: `An owner of ${organisationName} ended your part in it. Your account and everything of your own stays as it is.`,
  label: 'Open Viva Voce',
  path: '/practice',
});

export const nowOwnerWords = (organisationName: string): Told => told('organisation-owner', 'now_owner', {
  subject: `You are the owner of ${organisationName} now`,
  says: `The last owner of ${organisationName} deleted their account. You have been there longest, so it is yours to look after: members, clients and invitations.`,
  label: 'Open its page',
});

interface Words {
  readonly subject: string;
  readonly says: string;
  readonly then?: string;
  readonly label: string;
  readonly path?: string;
}

function told(template: string, kind: string, { subject, says, then, label, path = PAGE }: Words): Told {
  return {
    mail: { template, subject, heading: subject, paragraphs: then === undefined ? [says] : [says, then], action: { label, path } },
    note: { kind: `recruiters.${kind}`, title: subject, body: says, link: path },
  };
}
