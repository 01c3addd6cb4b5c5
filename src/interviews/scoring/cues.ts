import { type Quote } from './evaluation.js';
import { type Sentence } from './words/sentences.js';

/** Where a cue occurs: the sentences that hold it, with how many different wordings of it were found in all. */
export interface Found {
  readonly count: number;
  readonly sentences: readonly Sentence[];
}

/** Looks for a cue, a pattern over lower-case text with the `g` flag. Saying the same words twice counts once. */
export function find(sentences: readonly Sentence[], cue: RegExp): Found {
  const wordings = new Set<string>();
  const holding = sentences.filter(({ text }) => {
    const matches = Array.from(text.toLowerCase().replaceAll('’', "'").matchAll(cue), ([match]) => match);
    matches.forEach((match) => wordings.add(match));
    return matches.length > 0;
  });
  return { count: wordings.size, sentences: holding };
}

export function quoteOf({ start, end, text }: Sentence): Quote {
  return { start, end, text };
}

/** At most two quotes, of different sentences; the opening sentence when nothing was found. */
export function evidence(all: readonly Sentence[], ...found: readonly Found[]): Quote[] {
  const firsts = found.flatMap(({ sentences }) => sentences.slice(0, 1));
  const different = [...new Set(firsts)].sort((a, b) => a.start - b.start);
  const shown = different.length > 0 ? different.slice(0, 2) : all.slice(0, 1);
  return shown.map(quoteOf);
}

/** "I looked", "I'd ask", "I then split": what the speaker did or would do, not what they think or are. */
export const OWN_ACTION =
  /\b(?:i|i've|i'd|i'll|i would|i will|i had|i have)\s+(?:(?:\w+ly|also|then|first|just|always|never|would|usually|once|even|still|now|normally)\s+)*(?!(?:am|was|were|is|think|thought|guess|feel|felt|know|knew|believe|mean|suppose|hope|like|liked|love|loved|want|wanted|can|can't|could|couldn't|do|did|don't|didn't|wasn't|wouldn't|won't|haven't|hadn't|have|had|been|to|the|a|an|am|would|will|not|really|remember|understand)\b)[a-z]+/g;

export const BECAUSE =
  /\b(?:because|since (?:it|we|they|the|i|that|you|every|most)|so that|so (?:we|i|they|it|the|he|she|my|our|those|these|this|now|nobody|nothing|that|you|each|every|any)|which (?:meant|means|decides|was fine|made|makes|is why|gave|kept|let|told|showed)|that's why|that is why|the reason|therefore|due to|otherwise|that way|in order to|to make sure|meaning)\b/g;

export const TRADE_OFF =
  /\b(?:instead of|rather than|trade-?offs?|the (?:downside|price|cost|catch|drawback|alternative|risk)|on the other hand|in exchange|at the (?:cost|expense|price)|could have|considered|weighed|compared|even though|although|though|worth|depends|unless|only if|would only|not worth|but (?:it|we|i|that|those|these|the|a|an|one|only|not|now|for|with|then|you|they|if|in|he|she|his|her|had|was|is)|(?:better|cheaper|simpler|worse|slower|faster|more|less|rather) than|would rather|i would not|i wouldn't|i don't|not (?:\w+ ){1,4}but|whereas|versus|while (?:the|it|we|a)|it costs|costs? (?:more|us|you|me|a|some)|gave up|accept(?:ed|s)?|too (?:much|many|early|expensive|risky|big))\b/g;
