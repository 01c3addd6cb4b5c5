import { type MailContent } from '../../../platform/mail/index.js';
import { type Named, named } from '../../organisations/named.js';
import { type AiOffer } from '../../templates/ai-offered.js';
import { type TemplateContent } from '../../templates/template-content.js';

/** What a mail about an invitation tells. */
export interface Invited {
  /** As whoever invites calls them. */
  readonly name: string | null;
  /** What whoever invites wrote to everybody. */
  readonly message: string | null;
  readonly organisation: Named;
  readonly clientName: string | null;
  readonly jobTitle: string;
  readonly content: Pick<TemplateContent, 'answerKinds' | 'copyDelayDays'>;
  /** Whether a program may score it, and from when. */
  readonly ai: AiOffer;
  readonly questionCount: number;
  readonly minutes: number;
  readonly deadlineAt: Date;
  /** How long the organisation can read it, and how long the address is kept, in words. */
  readonly keptFor: string;
  readonly addressKeptFor: string;
}

type Words = Pick<MailContent, 'subject' | 'heading' | 'paragraphs'> & { readonly label: string | null };

const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });
const WAYS = { text: 'in writing', audio: 'by speaking', video: 'on video' } as const;
const either = new Intl.ListFormat('en', { type: 'disjunction' });

export const momentInWords = (moment: Date): string => `${MOMENT.format(moment)} UTC`;

export function invitationWords(invited: Invited): Words {
  const { organisation, jobTitle, content, questionCount, minutes, deadlineAt } = invited;
  return {
    subject: `${organisation.name} invites you to an interview: ${jobTitle}`,
    heading: `An interview for ${jobTitle}`,
    paragraphs: [
      ...greeting(invited),
      `${whoInvites(invited)} invites you to an interview for the job “${jobTitle}”. You answer ${questionCount === 1 ? 'one question' : `${questionCount} questions`} ${either.format(content.answerKinds.map((kind) => WAYS[kind]))}, when it suits you. It takes about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}; you can stop in between and go on later.`,
      ...(invited.message === null ? [] : [`They write: “${invited.message}”`]),
      `You can hand it in until ${momentInWords(deadlineAt)}. The page shows that moment in your own time zone.`,
      judging(invited),
      sharing(invited),
      'If you would rather not, you can say so on the same page, with or without a reason.',
    ],
    label: 'Look at the invitation',
  };
}

/** For whoever had begun: without a word of that, the mail would read as if nothing had been. */
export function anewWords(invited: Invited): Words {
  const { organisation, jobTitle } = invited;
  const words = invitationWords(invited);
  const hello = greeting(invited);
  return {
    ...words,
    subject: `${organisation.name} lets you begin the interview anew: ${jobTitle}`,
    paragraphs: [
      ...hello,
      `${whoInvites(invited)} lets you begin the interview for the job “${jobTitle}” anew, with all of the time, under the link of this mail. What you had answered is yours alone: it stays among your interviews, as long as those are kept, and nobody there can read it.`,
      ...words.paragraphs.slice(hello.length),
    ],
  };
}

export function reminderWords(invited: Invited, isLast: boolean): Words {
  const { organisation, jobTitle, deadlineAt, minutes } = invited;
  const subject = isLast ? `The interview with ${organisation.name} ends soon` : `${organisation.name} still waits for your answer`;
  return {
    subject,
    heading: subject,
    paragraphs: [
      ...greeting(invited),
      `${whoInvites(invited)} invited you to an interview for the job “${jobTitle}”, and you have not handed it in yet. It takes about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}. What you have answered so far is kept.`,
      `You can hand it in until ${momentInWords(deadlineAt)}. If you would rather not, say no on the same page, and you get no more mails about it.`,
      ...(isLast ? ['This is the last reminder.'] : []),
    ],
    label: 'Open the invitation',
  };
}

export function movedWords(invited: Invited): Words {
  const { organisation, jobTitle, deadlineAt } = invited;
  const subject = `More time for the interview with ${organisation.name}`;
  return {
    subject,
    heading: subject,
    paragraphs: [...greeting(invited), `${whoInvites(invited)} gives you more time for the interview for the job “${jobTitle}”: you can hand it in until ${momentInWords(deadlineAt)}.`],
    label: 'Open the invitation',
  };
}

export function revokedWords(invited: Invited & { readonly hasBegun: boolean }): Words {
  const { organisation, jobTitle } = invited;
  const subject = `${organisation.name} took its invitation back`;
  return {
    subject,
    heading: subject,
    paragraphs: [
      ...greeting(invited),
      `${whoInvites(invited)} took back its invitation to an interview for the job “${jobTitle}”. Its link works no more, and nobody there can read anything of you.`,
      ...(invited.hasBegun ? ['What you had answered is yours alone: it stays among your interviews, as long as those are kept.'] : []),
    ],
    label: null,
  };
}

export function footerWords({ organisation, addressKeptFor }: Invited, noticeUrl: string): string {
  return `You get this mail because ${named(organisation)} entered this address at Viva Voce to invite you. If you do not know them, do nothing: your address is deleted there by itself ${addressKeptFor} after the invitation ends. How a program takes part in such an interview, and what it never looks at: ${noticeUrl}`;
}

function whoInvites({ organisation, clientName }: Invited): string {
  return clientName === null ? named(organisation) : `${named(organisation)}, for its client ${clientName},`;
}

const greeting = ({ name }: Invited): string[] => (name === null ? [] : [`Hello ${name},`]);

function judging({ ai: { ai, from } }: Invited): string {
  if (!ai && from === null) return 'People judge what you say; no program scores it. Who goes on is decided by people.';
  const since = from === null ? '' : ` in an interview that is begun on ${momentInWords(from)} or later (New York City asks for that notice; before, people alone judge)`;
  return `A program may score what you say${since}, and people look at it. You can ask for people alone instead: it counts the same. Who goes on is decided by people.`;
}

function sharing({ organisation, keptFor, content: { copyDelayDays } }: Invited): string {
  const copy = copyDelayDays === 0 ? 'at once' : `${copyDelayDays === 1 ? 'a day' : `${copyDelayDays} days`} later`;
  return `Nothing is shared before you agree to it on that page. Then ${organisation.name} can read this one interview for ${keptFor} after you hand it in, and you can take that back at any time. Your own report is yours ${copy}.`;
}
