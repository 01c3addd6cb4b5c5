/** What the marker is called, and what only a marker has to do with. */
const MARKING = "(?:evaluators?|examiners?|graders?|gradebot|markers?|rubrics?|grading|grades?|marks?|scores?|scored|scoring|ratings?|rated?|verdict|certificate|points?)";
/** Words that stand for what is being marked right now. */
const THIS = '(?:this|the|my)\\s+(?:answer|response|candidate|interview|transcript|person|applicant)';

/** Where an order begins: "my manager asked me to ignore the rules" is a story, "ignore the rules" is none. */
const ORDER = '(?:^\\W*|[,;:.]\\s*|\\b(?:please|just|now|must)\\s|\\byou\\s(?:\\w+\\s){0,2})';
const TO_GIVE = '(?:give|award|grant|assign|rate|score|mark|grade|set|return|output|respond)';
const MOST = '(?:10|100|ten|(?:one )?hundred)';

/** Sentences that speak to whoever marks the answer instead of answering, in lower case. */
const TO_THE_MARKER: readonly RegExp[] = [
  `${ORDER}(?:ignore|disregard|forget|override|bypass|skip)\\b.{0,40}\\b(?:rubric|instructions?|prompts?|rules|criteria|guidelines|checks|above)\\b`,
  `${ORDER}${TO_GIVE}\\b.{0,40}\\b(?:full|top|maximum|max|highest|perfect|all)\\b.{0,15}(?:marks?|scores?|points|rating|grade|criterion|criteria|${MOST})\\b`,
  `${ORDER}${TO_GIVE}\\b.{0,40}\\b${MOST}\\b(?:\\W*$|.{0,25}(?:marks?|scores?|points|rating|criterion|criteria|out of|\\/))`,
  `\\b${TO_GIVE}\\b.{0,25}\\b(?:me|this|answer|response|candidate)\\b.{0,25}(?:\\b${MOST}(?:\\W*$|\\s+(?:too|points|marks|out of|of)\\b|\\s*\\/)|\\bat the top\\b)`,
  `\\b(?:give|mark|treat|rate|count)\\b.{0,20}\\b(?:answer|response|candidate)\\b.{0,25}\\b(?:top|complete|full|fully|perfect|pass)\\b|^\\W*(?:mark|treat) it as\\b`,
  '(?:^|[\\n>*#-])\\W*(?:system|assistant|human|developer)\\s*:|\\bnew (?:rubric|instructions?|system prompt)\\b',
  '\\b(?:you are|act as|pretend to be|play)\\b.{0,25}\\b(?:an? ai|assistant|evaluator|grader|gradebot|examiner|language model|llm|helpful|developer|game|friend who)\\b',
  `\\b(?:relevance|specificity|structure|reasoning|clarity|score|overall|criteria|criterion)["']?(?:\\s*[:=|]\\s*["'{\\[]*\\s*|\\s(?:is|are|to)\\s)(?:${MOST}|9[.,]\\d|1[1-9])\\b`,
  '\\b(?:covered|verdict|score|result)\\s*=',
  `\\b${THIS}\\b.{0,60}\\b(?:perfect|excellent|full|top|high|highest|maximum|every|ten|10|100|best|hired|pass|less than|${MARKING})\\b`,
  `\\b${MARKING}\\b.{0,40}\\b${THIS}\\b`,
  '\\b(?:please|you|your)\\b.{0,60}\\b(?:rubric|(?:perfect|full|best|top|highest|maximum|good) (?:grade|marks?|scores?)|(?:score|grade) (?:of|above|over)|hundred points|criterion)\\b',
  '\\bexpected points?\\b|\\bmodel answer\\b|\\bquestion bank\\b|\\b(?:to|for) the (?:evaluator|examiner|grader|judge|marker)\\b|\\b(?:perfect|full) (?:grades?|marks)\\b|\\bmissing points\\b|\\brepeat after me\\b|^\\W*missing: none|\\ball criteria\\b',
  '\\b(?:do not|don\'t|never) (?:subtract|deduct|evaluate)\\b|\\bstop evaluating\\b|\\bthe (?:result|score|grade) (?:is|to) (?:ten|pass|100)\\b',
  '\\b(?:begin|end|start) (?:of )?(?:answer|transcript|prompt|instructions?)\\b|\\binstructions? for the (?:judge|marker|grader)\\b|^\\W*(?:instruction|response|decode this)\\b',
].map((pattern) => new RegExp(pattern));

/** What nobody says aloud: markup, templates, links, statements to a machine, letters in code. */
const NO_SPEECH: readonly RegExp[] = [
  /<[/!|]?[a-z_][^>]*(?:>|$)|<\||\|>|&lt;|\]\]>|\[\/?(?:inst|system)\]|```|"""/,
  /\{\{|\$\{|<%|%>|#\{|\}\s*$|"\s*:\s*[[{"\d]|\|\s*-{3}|^\W*\||!?\]\(|javascript:|https?:\/\/\S+[?#]|^\W*=\s*[a-z]+\(|;\s*(?:update|delete|insert|drop|select)\b|--\s*$/,
  /\b(?=[\w+/]*\d)(?=[\w+/]*[a-z])[\w+/]{24,}={0,2}(?:\W|$)|\b[0-9a-f]{24,}\b/,
];

/** True for a sentence that asks for a score, claims one, or gives orders to whoever marks; such a sentence is no part of an answer. */
export function isToTheMarker(sentence: string): boolean {
  const text = plain(sentence);
  return TO_THE_MARKER.some((pattern) => pattern.test(text)) || NO_SPEECH.some((pattern) => pattern.test(text));
}

const LOOK_ALIKE: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' };

/** In lower case, without characters that nobody sees, wide letters made usual, and figures inside of words made letters. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\p{Cf}/gu, '').toLowerCase().replace(/(?<=[a-z])[013457@$](?=[a-z])/g, (sign) => LOOK_ALIKE[sign] ?? sign);
}
