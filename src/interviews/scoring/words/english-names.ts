const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** English words that are names of people or places too: with a capital amid a sentence, they are names. */
export const ENGLISH_NAMES = list(`
  will mark grace rose hope faith joy may june april august summer autumn bill frank jack art dean drew pat rich sue chase
  hunter mason dawn eve ivy lily jade amber pearl penny olive violet basil herb ray rob nick don bob miles norman guy
  sandy rusty rocky angel christian major page paige stone wood woods young long king bishop cook baker carter taylor
  turner miller smith fisher hill brook brooks lane ford banks price love best bell black white green brown gray grey max
  sky skye star melody harmony destiny chance charity patience prudence constance victor earnest clement gene glen heath
  cliff dale reed rowan holly hazel heather iris daisy poppy flora ginger robin wren martin jay drake wolf fox lamb bird
  nice reading bath cork mobile turkey china chad georgia jordan orange buffalo phoenix dallas split bergen essen hull
  deal wells derby lincoln bury rugby sale ware goole cape jersey troy
`);

/** Words that begin a name of two words. */
export const BEFORE_A_NAME = list('new south north east west san santa los las saint st port cape fort lake mount upper lower great united el la le rio abu tel hong kuala buenos');

export const TITLES = list('mr mrs ms miss mx dr prof professor sir madam');

/** Small words inside names. */
export const PARTICLES = list('de da do dos das du del della di van von der den ter al el bin ibn ben bint la le las los y ui');

export const DAYS_AND_MONTHS = list('monday tuesday wednesday thursday friday saturday sunday january february march july september october november december');

/** What a person does in a sentence: "Will told me" is about somebody, "Will that work" is not. */
export const VERB_OF_A_PERSON = /^(?:was|were|is|had|has|did|does|said|told|asked|came|went|took|gave|made|found|wrote|left|sat|ran|saw|knew|thought|felt|kept|brought|led|met|wants?|asks|says|[a-z]{2,}ed)$/;
