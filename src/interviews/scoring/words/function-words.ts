const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** The small words that hold English sentences together: about half of what anyone says. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(list(`
  a an the this that these those some any each every all both another other such same own
  i me my mine myself you your yours yourself he him his she her hers it its itself we us our ours they them their
  theirs who whom whose which what where when why how there here
  am is are was were be been being do does did done doing have has had having will would shall should can could may
  might must
  and or but nor so yet if then than because while although though unless until since whether as
  of in on at by for with about against between into through during before after above below to from up down out off
  over under again once within without around across along behind toward towards upon per via
  not no never none nothing nobody neither cannot
  very too just only also even still already quite really more most much many few less least lot bit ever always often
  well now i'm i've i'd i'll it's that's there's he's she's we're we've we'd we'll you're you've they're they've let's
  what's who's don't doesn't didn't won't wouldn't can't couldn't shouldn't isn't aren't wasn't weren't haven't hasn't
  hadn't mustn't needn't ain't they'd you'd you'll they'll
`));

/** Words that turn what follows into its opposite. */
export const NEGATIONS: ReadonlySet<string> = new Set(list(`not no never none nothing nobody neither nor cannot without`));

/** Words too common in answers to tell what one is about. */
export const PALE_WORDS: ReadonlySet<string> = new Set(list(`
  thing things something anything everything someone anyone everyone people person way ways kind sort get got getting
  go going went make made say said like know think thought want need needed one two first last next come came take took
  put good bad great big small new old really basically actually obviously maybe probably usually yes yeah okay ok um uh
  day week month year time times work working worked use used using try tried look looked see saw let give gave tell
  told feel felt keep kept start started end ended
`));

/** The commonest small words of languages candidates also speak, without those that are English words too. */
export const FOREIGN_FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  Spanish: new Set(list(`el la los las un una de del que y en por para con pero cuando porque es muy más mi yo su como lo se fue era este esta entonces también`)),
  French: new Set(list(`le la les un une des du de et est que qui dans pour avec mais quand parce je nous il elle sur pas plus mon ma ce cette était alors aussi très`)),
  German: new Set(list(`der die das und ist ich wir nicht ein eine mit auf für aber als weil dann den dem des zu von im haben habe wurde auch sehr wenn bei`)),
  Italian: new Set(list(`il lo la gli le un una di che e in per con ma quando perché io noi è sono era mio questo anche molto poi del della ho abbiamo`)),
  Portuguese: new Set(list(`o os as um uma de do da que e em por para com mas quando porque eu nós é foi era meu este também muito então não isso`)),
  Dutch: new Set(list(`de het een en van ik wij niet met op voor maar als omdat dan te dat die zijn was mijn ook heel hebben heb werd bij naar`)),
  Polish: new Set(list(`i w na z do że nie się jest to był ale kiedy ponieważ jak po od dla tak bardzo mój ja my oraz już było`)),
  Turkish: new Set(list(`ve bir bu için ile çok ama ben biz da de gibi daha sonra olarak olan kadar en değil ne çünkü`)),
  Indonesian: new Set(list(`yang dan di dengan untuk saya kami ini itu dari pada tidak karena ke akan juga sudah ada ketika adalah`)),
};

export function isNegation(word: string): boolean {
  return NEGATIONS.has(word) || word.endsWith("n't");
}
