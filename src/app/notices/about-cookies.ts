import { type Part } from './notices.dto.js';
import { keeps, type NoticeFacts } from './notice-facts.js';
import { link, named, paragraph, prose } from './prose.js';
import { storedEntries } from './stored-keys.js';

/** Every cookie, and everything else our pages keep in a browser: from the lists that set them. */
export function cookieParts(facts: NoticeFacts): Part[] {
  return [
    {
      id: 'short', title: 'In short',
      blocks: [paragraph(prose`Every cookie here is needed for what you ask for, so there is no banner to press away. None measures you, none is read by anybody else, and nothing on these pages is loaded from another site.`)],
    },
    { id: 'cookies', title: 'Cookies', blocks: [named(facts.cookies.map(({ name, says, lasts }) => [name, `${says} ${lasts}.`]))] },
    {
      id: 'browser', title: 'Kept in your browser',
      blocks: [paragraph(prose`These last until you clear them, unless it says otherwise here. None is sent to us by itself, but a recording that you allowed.`), keptIn('browser')],
    },
    { id: 'tab', title: 'Kept in one tab', blocks: [paragraph(prose`These end when you close the tab.`), keptIn('tab')] },
    {
      id: 'counting', title: 'Counting without cookies',
      blocks: [
        paragraph(prose`How often something here is used is counted on our own server, day by day, without a cookie, your account or your address, and kept for ${keeps(facts, 'usageCounters')}. Nothing in a count leads to you, and nobody outside is told.`),
        paragraph(prose`Which pages you have open is counted the same way, and only if you are signed in and switch it on under ${link('What you allowed', '/consents')}. A browser that sends the Global Privacy Control signal is not counted, whatever the switch says.`),
      ],
    },
    { id: 'refuse', title: 'How to refuse them', blocks: [paragraph(prose`Your browser can block or delete all of them. Without the first cookie you cannot sign in; everything that is open to all works without any.`)] },
  ];
}

const keptIn = (place: 'browser' | 'tab') => named(storedEntries.filter(({ where }) => where === place).map(({ key, says }) => [key, says]));
