import { type Part } from './notices.dto.js';
import { keeps, type NoticeFacts } from './notice-facts.js';
import { facts as lines, heading, link, list, mailTo, named, paragraph, prose } from './prose.js';

const PURPOSES = [
  ['provide', 'To provide this place'], ['personalise', 'To make it fit you'], ['pay', 'To take payments'],
  ['notify', 'To tell you what happens'], ['analyse', 'To see what works'], ['secure', 'To keep it safe and honest'],
] as const;

/** What is used without asking, why, and on what ground. */
export function uses({ policy }: NoticeFacts): Part {
  return {
    id: 'uses', title: 'What we use your data for',
    blocks: [
      paragraph(prose`For these six purposes and no others, unless you allow one of those in the next part. Each says which data, why, and on what ground the law lets us.`),
      ...PURPOSES.flatMap(([purpose, title]) => [
        heading(title),
        lines(policy.uses.filter((use) => use.purpose === purpose).map(({ data, why, basis }) => [data, [`${why}.`], [basis]])),
      ]),
    ],
  };
}

/** What people are asked to allow. */
export function onlyIfAllowed({ consents }: NoticeFacts): Part {
  return {
    id: 'consents', title: 'What happens only if you allow it',
    blocks: [
      paragraph(prose`Each of these has a switch of its own and is off until you turn it on. You take it back with the same switch, in one press, under ${link('What you allowed', '/consents')}. With all of them off you can practise all the same.`),
      lines(consents.map(({ title, body, lasts, version }) => [title, [body], [`${lasts === null ? 'Until you take it back' : `For ${lasts}, or until you take it back`}. Version ${version} of this text.`]])),
    ],
  };
}

/** How long each class is kept. */
export function howLong({ policy, retention }: NoticeFacts): Part {
  return {
    id: 'kept', title: 'What we keep, and for how long',
    blocks: [
      paragraph(prose`The server deletes by this very list. What has ended is invisible from that second, and deleted soon after.`),
      paragraph(prose`If a law, a tax office or a dispute asks for it, we keep a sealed copy of what is needed, for a year at most, and use it for nothing else. You are told, and read in the ${link('privacy centre', '/privacy')} what is kept, on which ground and until when, unless a law forbids us to tell you, and then as soon as it no longer does.`),
      ...(policy.pins.interviewResults ? [paragraph(prose`You may keep an interview of yours beyond its period, until you delete it. Recordings end with their period in any case.`)] : []),
      lines(retention.map(({ says, keep, from }) => [says, [keep], [`Counted from ${from}`]])),
    ],
  };
}

/** What a line of the request log holds. */
export function logs(facts: NoticeFacts): Part {
  const { fields, address } = facts.policy.logs;
  return {
    id: 'logs', title: 'What our logs hold',
    blocks: [
      paragraph(prose`Each request to this server leaves one line, kept for ${keeps(facts, 'usageLog')}. It holds the following and nothing else of you: no name, no account, nothing you typed.`),
      named(Object.entries(fields)),
      paragraph(prose`Of an address only the first ${address.ipv4} bits are written down (the first ${address.ipv6} of a new, long one), before anything is stored. The full address is never in a log.`),
    ],
  };
}

/** What people may ask for, and where. */
export function rights({ policy: { operator, rights: { answerWithin } } }: NoticeFacts): Part {
  return {
    id: 'rights', title: 'Your rights, and where you use them',
    blocks: [
      paragraph(prose`In the ${link('privacy centre', '/privacy')} you do all of this yourself, at once:`),
      list([
        prose`See what is held of you, since when and until when, and who was shown something of it.`,
        prose`Download a copy of all of it, as files for people and for programs.`,
        prose`Correct it, or ask us to.`,
        prose`Object to a use, or restrict every optional one.`,
        prose`Take back what you allowed.`,
        prose`Delete single things, or your account with everything in it.`,
        prose`Have whoever has a copy of an interview that an organisation invited you to asked to delete it: also when the interview is over, and for all of them when you delete your account.`,
      ]),
      paragraph(prose`You may also write to ${mailTo(operator.privacyContact)}; you have our answer within ${answerWithin.toString()}, or by the day the law where you live sets. The copy holds what you gave us and what was made of it. What recruiters noted about you is in it, without the name of whoever wrote it. If you are not content with us, complain to ${link(operator.grievanceOfficer.name, `mailto:${operator.grievanceOfficer.contact}`)}, or to the authority where you live.`),
    ],
  };
}

/** How an interview earns a certificate. */
export function certificates({ policy: { certificate } }: NoticeFacts): Part {
  return {
    id: 'certificates', title: 'Certificates',
    blocks: [
      paragraph(prose`An interview with a score above ${certificate.scoreAbove} of 10 and at least ${certificate.minQuestions} questions earns a certificate${certificate.typedAnswers === 'refused' ? '; only answers that were spoken count' : ''}. Nobody makes one but you ask for it. It is valid for ${certificate.validFor.toString()}, and nobody sees it before you share it. Which data stands in it, you read before it is made.`),
    ],
  };
}
