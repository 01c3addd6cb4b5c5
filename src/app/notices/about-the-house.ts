import { type Part } from './notices.dto.js';
import { type NoticeFacts } from './notice-facts.js';
import { facts, link, list, mailTo, paragraph, prose } from './prose.js';

/** Who runs this place, and whom to write to. */
export function whoWeAre({ policy: { operator } }: NoticeFacts, { id, title }: Pick<Part, 'id' | 'title'>): Part {
  const { name, address, jurisdiction, privacyContact, fiduciary, grievanceOfficer } = operator;
  return {
    id, title,
    blocks: [
      paragraph(prose`${name} runs this place and answers for what happens to your data in it. Each of these reads what you write to them:`),
      facts([
        ['Who runs this place', [name]],
        ['Address', [address]],
        ['Where we are at home', [jurisdiction]],
        ['Questions about your data', [mailTo(privacyContact)]],
        ['Who answers for your data', prose`${fiduciary.name}, ${mailTo(fiduciary.contact)}`],
        ['Who hears complaints', prose`${grievanceOfficer.name}, ${mailTo(grievanceOfficer.contact)}`],
      ]),
    ],
  };
}

/** What the law of each place gives people, how soon, and whom they write to: a representative, or the operator directly. */
export function whereYouLive({ policy: { operator, rights } }: NoticeFacts): Part {
  return {
    id: 'where-you-live', title: 'Where you live',
    blocks: [
      paragraph(prose`You have the rights of this page wherever you live. These are the laws we hold ourselves to by name, with whom to write to there and how soon you hear from us. Under every other law it is ${rights.answerWithin.toString()}.`),
      facts(rights.jurisdictions.map(({ name, law, representative, answerWithin, mayExtendBy, acknowledgeWithinWorkingDays, authority }) => [
        name,
        [law],
        representative ? prose`Write to ${representative.name}, who represents us there: ${mailTo(representative.contact)}` : prose`Write to us directly, we have nobody in between: ${mailTo(operator.privacyContact)}`,
        prose`You have our answer within ${answerWithin.toString()}${mayExtendBy ? `; if it takes longer, we say why within that time, and answer within ${mayExtendBy.toString()} more` : ''}.${acknowledgeWithinWorkingDays === undefined ? '' : ` Within ${acknowledgeWithinWorkingDays} working days you know that we have your request.`}`,
        prose`If we do not help you, complain to ${link(authority.name, authority.url)}.`,
      ])),
    ],
  };
}

/** What was changed, and how people hear of changes. */
export function whatHasChanged({ policy: { changes } }: NoticeFacts, notice: string): Part {
  return {
    id: 'changes', title: 'What has changed',
    blocks: [
      facts(changes.map(({ version, says }) => [version, [says]])),
      paragraph(prose`Each text that was ever in force here stays readable, with its date, and you can ${link('see what was changed between any two', `/legal/${notice}/versions`)}.`),
      paragraph(prose`When a change matters to you, we mail every account, once, and put a note into your inbox here. That you say nothing, or stay, is no consent: where a text you agreed to is changed in a way that matters, what you allowed is off until you have read the new one and allowed it again.`),
    ],
  };
}

/** What keeps data safe here, as far as it can be said in plain words. */
export function keptSafe({ policy: { secondFactor, sessions, ages }, isEncrypted }: NoticeFacts): Part {
  const needing = secondFactor.requiredFor.map((role) => `${role}s`);
  return {
    id: 'safe', title: 'How it is kept safe',
    blocks: [
      list([
        ...(isEncrypted ? [prose`Everything between your browser and this place is encrypted.`] : []),
        prose`Passwords are kept as slow hashes, and links we mail as hashes too: nobody who reads them here can use them.`,
        prose`You can add a second factor to your sign-in${needing.length > 0 ? `, and ${needing.join(' and ')} cannot work here without one` : ''}. A sign-in that is left alone ends after ${sessions.untilBrowserCloses.idle.toString()}, or ${sessions.staying.idle.toString()} if you asked to stay signed in.`,
        prose`Nobody can read what you did not allow by mistake: the database itself lets recruiters’ searches see only what people allowed, and only while they allow it.`,
        prose`What operators do with somebody’s data is written into a log that cannot be changed unnoticed.`,
        prose`If something goes wrong with your data all the same, we tell you what happened and what you can do, and the authority within 72 hours where the law asks for it.`,
      ]),
      paragraph(prose`You need to be ${ages.account} or older to have an account; nothing that somebody younger enters is kept. If somebody here is too young, ${link('report it', '/legal/report-a-minor')}.`),
    ],
  };
}
