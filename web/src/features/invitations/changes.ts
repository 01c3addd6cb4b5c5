import { type Invitation } from '../../api/invitation-queries.js';

export const changes = ['resend', 'extend', 'reset', 'revoke'] as const;
export type Change = (typeof changes)[number];

interface Words {
  title: string;
  /** What happens, before it does. */
  says: string;
  verb: string;
  /** What has happened. */
  done: string;
  destroys: boolean;
}

export const changeWords: Record<Change, Words> = {
  resend: {
    title: 'Send the mail again', says: 'A new mail with a new link goes out now. The link of the mail before it stops working. The deadline stays.',
    verb: 'Send it again', done: 'was sent a new mail. The link of the one before does not work any more.', destroys: false,
  },
  extend: {
    title: 'Give more time', says: 'The deadline moves, and they are told by mail. What they answered stays.',
    verb: 'Move the deadline', done: 'has more time, and is told by mail.', destroys: false,
  },
  reset: {
    title: 'Let them begin anew', says: 'They get a new link and start from the first question. What they answered so far stays with them as their own; you cannot see it, also where it was handed in already.',
    verb: 'Let them begin anew', done: 'can begin anew, with the link of a new mail.', destroys: true,
  },
  revoke: {
    title: 'Revoke the invitation', says: 'The link stops working at once, also in the middle of the interview, and they are told by mail. What they answered stays with them; you will not see it.',
    verb: 'Revoke it', done: 'is no longer invited. The link does not work any more.', destroys: true,
  },
};

/** What can be done with an invitation as it stands. */
export const changesOf = ({ can }: Invitation): Change[] => changes.filter((change) => can[change]);
