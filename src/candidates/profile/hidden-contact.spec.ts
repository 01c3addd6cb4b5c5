import { personalIn } from './personal-words.js';

const NAME = 'Jane Doering';
const kindOf = (text: string) => personalIn(text, NAME, (found) => ['Node.js', 'ASP.NET', 'C++'].includes(found));

describe('what hides in a short text', () => {
  it.each([
    ['jane(at)gmail', 'e-mail'], ['jane.doe at gmail', 'e-mail'], ['janed99 at yahoo', 'e-mail'], ['j a n e @ m a i l . c o m', 'e-mail'],
    ['o151 2345678', 'phone'], ['0 1 5 1 2 3 4 5 6', 'phone'], ['zero one five one two three', 'phone'],
    ['telegram janedoe99', 'link'], ['insta janedoe', 'link'], ['signal: janedoe.42', 'link'], ['Signal: jane', 'link'], ['discord jane_d', 'link'],
    ['J a n e  D o e r i n g', 'name'], ['j.a.n.e, engineer', 'name'], ['jane.doering, engineer', 'name'], ['Doeringjane', 'name'],
    ['aged 34', 'birth date'], ['Engineer, aged 34', 'birth date'], ["I'm 34, an engineer", 'birth date'],
  ])('%s is found', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each([
    'Engineer at Google', 'Front-end engineer at Yahoo', 'Node.js at Gmail scale', 'SRE at Proton', 'Signal processing', 'Telegram bots', 'Instagram marketing', 'Discord.js 14', 'Twitter API v2',
    'Teacher of children aged 10 to 12', 'Care for people aged 65', 'Aged care nurse', 'C + +', 'R & D', 'Q A lead', 'One to one coaching', 'O365 and Azure', 'ISO 27001, 802.11', 'I am 100% remote', 'Looking after 12 million users',
    'Insurance engineer', 'Back-end engineer since 2015',
  ])('%s passes', (text) => {
    expect(kindOf(text)).toBeNull();
  });
});
