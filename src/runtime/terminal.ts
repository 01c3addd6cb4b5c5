/** Where the words of the supervisor go: one calm line for each thing that happens. */
export class Terminal {
  private open = false;

  constructor(private readonly write: (text: string) => void) {}

  /** Says what begins, and how long it took once it has ended well. */
  async step<T>(words: string, work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    this.say(`${words} … `, false);
    try {
      const result = await work();
      const seconds = `${((performance.now() - begun) / 1000).toFixed(1)} s`;
      this.write(this.open ? `${seconds}\n` : `${words}: ${seconds}\n`);
      this.open = false;
      return result;
    } catch (error) {
      this.closeLine();
      throw error;
    }
  }

  /** Says one line; a step that is under way is interrupted for it. */
  say(words: string, complete = true): void {
    this.closeLine();
    this.write(complete ? `${words}\n` : words);
    this.open = !complete;
  }

  /** The one address, and what a person needs to go on. */
  welcome({ url, operatorLink, accounts, dataDirectory }: { url: string; operatorLink: string; accounts: string; dataDirectory: string }): void {
    this.say('');
    this.say(`Viva Voce is ready: ${url}`);
    if (accounts !== '') this.say(`\n${accounts}`);
    if (operatorLink !== '') this.say(`\nThere is no operator yet. Who opens this link first becomes the operator:\n${operatorLink}`);
    this.say(`\nEverything is kept in ${dataDirectory}. Ctrl-C ends it.`);
  }

  private closeLine(): void {
    if (this.open) this.write('\n');
    this.open = false;
  }
}
