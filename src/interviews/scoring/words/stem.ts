/** Past forms that no suffix rule reaches, as people say them in interviews. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(Object.entries({
  wrote: 'write', written: 'write', broke: 'break', broken: 'break', ran: 'run', built: 'build', found: 'find',
  chose: 'choose', chosen: 'choose', told: 'tell', spoke: 'speak', spoken: 'speak', took: 'take', taken: 'take',
  gave: 'give', given: 'give', went: 'go', gone: 'go', came: 'come', saw: 'see', seen: 'see', kept: 'keep',
  left: 'leave', lost: 'lose', met: 'meet', sent: 'send', brought: 'bring', thought: 'think', taught: 'teach',
  caught: 'catch', bought: 'buy', held: 'hold', led: 'lead', learnt: 'learn', spent: 'spend', shown: 'show',
  drew: 'draw', drawn: 'draw', grew: 'grow', grown: 'grow', fell: 'fall', felt: 'feel', heard: 'hear', made: 'make',
  said: 'say', paid: 'pay', understood: 'understand', agreed: 'agree', froze: 'freeze', frozen: 'freeze',
  threw: 'throw', thrown: 'throw', slept: 'sleep', began: 'begin', stuck: 'stick', did: 'do', done: 'do', sat: 'sit', stood: 'stand', knew: 'know', known: 'know', won: 'win', set: 'set', woke: 'wake',
  rose: 'rise', cost: 'cost', fought: 'fight', rewrote: 'rewrite', rewritten: 'rewrite',
}));

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:iz|is)(?:ation|ations|ing|ed|e|es)$/, 'is'],
  [/(?:ations?|ating|ated|ates|ate|ators?)$/, ''],
  [/(?:ments?|ness|ful|fully)$/, ''],
  [/ies$|ied$/, 'y'],
  [/(?:sses|xes|ches|shes)$/, ''],
  [/([^su])s$/, '$1'],
];

/**
 * The part of a lower-case English word that its forms have in common. Deliberately coarse: likeness by letter
 * trigrams catches what it misses.
 */
export function stem(word: string): string {
  const bare = word.replace(/['’]s$/, '');
  const regular = IRREGULAR.get(bare) ?? bare;
  if (regular.length <= 3 || /\d/.test(regular)) return regular;
  return finish(withoutTense(withoutEnding(regular)));
}

function withoutEnding(word: string): string {
  const ending = ENDINGS.find(([pattern]) => pattern.test(word) && word.replace(pattern, '').length >= 3);
  return ending === undefined ? word : word.replace(ending[0], ending[1]);
}

function withoutTense(word: string): string {
  const bare = word.replace(/(?:ing|ed|ly)$/, '');
  if (bare === word || bare.length < 3 || !/[aeiouy]/.test(bare)) return word;
  return bare.replace(/([bdgmnprt])\1$/, '$1');
}

function finish(word: string): string {
  const bare = word.length > 3 ? word.replace(/e$/, '') : word;
  return bare.replace(/y$/, 'i');
}
