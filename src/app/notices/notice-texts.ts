import { ai, authorities, given, notSold, payments, processorParts, signingIn } from './about-others.js';
import { certificates, howLong, logs, onlyIfAllowed, rights, uses } from './about-data.js';
import { keptSafe, whatHasChanged, whereYouLive, whoWeAre } from './about-the-house.js';
import { cookieParts } from './about-cookies.js';
import { type NoticeFacts } from './notice-facts.js';
import { type NoticeName, type Part } from './notices.dto.js';
import { link, list, paragraph, prose } from './prose.js';

/** A notice as it reads at this moment. */
export interface NoticeText {
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly Part[];
}

const WHO = { id: 'who', title: 'Who we are' };
const ASK = { id: 'ask', title: 'Whom to ask' };

/** The notices, each written from what the policy says. */
export const noticeTexts: Readonly<Record<NoticeName, (facts: NoticeFacts) => NoticeText>> = {
  privacy: (facts) => ({
    title: 'Privacy notice',
    lead: 'What we do with your data, why, for how long, and what you can do about it.',
    parts: [
      inShort(facts), whoWeAre(facts, WHO), uses(facts), onlyIfAllowed(facts), ai(facts), howLong(facts), certificates(facts), given(facts), authorities(), payments(facts),
      signingIn(facts), notSold(), rights(facts), whereYouLive(facts), logs(facts), keptSafe(facts), whatHasChanged(facts, 'privacy'),
    ],
  }),
  cookies: (facts) => ({
    title: 'Cookies',
    lead: 'Each cookie that can be set here, and everything else these pages keep in your browser.',
    parts: [...cookieParts(facts), whatHasChanged(facts, 'cookies'), whoWeAre(facts, ASK)],
  }),
  processors: (facts) => ({
    title: 'Who else is given data',
    lead: 'The companies that work on data for this place, what for, what each may see, and by what it is bound.',
    parts: [boundTo(), ...processorParts(facts), whatHasChanged(facts, 'processors'), whoWeAre(facts, ASK)],
  }),
  contact: (facts) => ({
    title: 'Contact',
    lead: 'Who runs this place, who answers for your data, and how you reach them.',
    parts: [whoWeAre(facts, { id: 'reach', title: 'How to reach us' }), hearFromUs(facts), whereYouLive(facts), tooYoung(facts), whatHasChanged(facts, 'contact')],
  }),
};

function inShort({ policy: { pins }, retention }: NoticeFacts): Part {
  const results = retention.find(({ id }) => id === 'interviewResults')?.keep ?? '';
  return {
    id: 'short', title: 'In short',
    blocks: [list([
      prose`You can practise without an account. What you write then stays in your browser.`,
      prose`What needs your consent is off until you switch it on, each for itself, and you take it back with the same switch.`,
      results === 'until deleted' ? prose`An interview stays until you delete it.` : prose`An interview with its answers and scores is deleted after ${results}${pins.interviewResults ? ', unless you choose to keep it' : ''}.`,
      prose`Nobody is turned down by a machine: a person decides, says why, and can be asked to look again.`,
      prose`Your data is not sold, and used for nobody’s advertising.`,
      prose`In the ${link('privacy centre', '/privacy')} you see, download, correct and delete all of it yourself.`,
    ])],
  };
}

function boundTo(): Part {
  return {
    id: 'bound', title: 'What they may do with it',
    blocks: [
      paragraph(prose`Each is given only what is written here, for this one use, and by what it is bound to that is named with it. Nothing of it is sold, and nothing of it is given to train AI models: each request asks the provider to keep nothing, wherever it has a setting for that.`),
      paragraph(prose`The server refuses to start while it is connected to anybody who is not declared on this page. Being declared does not mean being used: of each it says whether it is in use here at this moment.`),
    ],
  };
}

function hearFromUs({ policy: { rights: { answerWithin } } }: NoticeFacts): Part {
  return {
    id: 'when', title: 'When you hear from us',
    blocks: [paragraph(prose`Within ${answerWithin.toString()}. With an account, ask in the ${link('privacy centre', '/privacy')}: you see there by which day the answer is due, and read it there.`)],
  };
}

function tooYoung({ policy: { ages } }: NoticeFacts): Part {
  return {
    id: 'minors', title: 'Somebody here is too young',
    blocks: [paragraph(prose`Nobody younger than ${ages.account} may have an account here. ${link('Report a minor', '/legal/report-a-minor')}: without an account, and without your name if you like.`)],
  };
}
