import { Terminal } from './terminal.js';

function spoken(): { terminal: Terminal; words: () => string } {
  let words = '';
  return { terminal: new Terminal((text) => { words += text; }), words: () => words.replaceAll(/\d+\.\d s/g, '0.1 s') };
}

describe('the words of npm start', () => {
  it('say what begins and how long it took in one line', async () => {
    const { terminal, words } = spoken();
    await terminal.step('Starting PostgreSQL', async () => undefined);
    expect(words()).toBe('Starting PostgreSQL … 0.1 s\n');
  });

  it('stay readable when something is said in between', async () => {
    const { terminal, words } = spoken();
    await terminal.step('Starting web and worker', async () => terminal.say('  web warning: Slow'));
    expect(words()).toBe('Starting web and worker … \n  web warning: Slow\nStarting web and worker: 0.1 s\n');
  });

  it('name the address, and the link of the first operator while there is none', () => {
    const { terminal, words } = spoken();
    terminal.welcome({ url: 'http://localhost:3000', operatorLink: '', accounts: '', dataDirectory: '/data' });
    expect(words()).toContain('Viva Voce is ready: http://localhost:3000');
    expect(words()).not.toContain('operator');
    terminal.welcome({ url: 'http://localhost:3000', operatorLink: 'http://localhost:3000/operator/claim#token=t', accounts: '', dataDirectory: '/data' });
    expect(words()).toContain('operator/claim#token=t');
  });
});
