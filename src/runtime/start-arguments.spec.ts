import { startArguments } from './start-arguments.js';

describe('the words after npm start --', () => {
  it('are none in most cases', () => {
    expect(startArguments([])).toEqual({ demo: false });
  });

  it('choose the demonstration, the folder and the port', () => {
    expect(startArguments(['--demo', '--data', 'copy', '--port', '4000'])).toEqual({ demo: true, data: 'copy', port: 4000 });
    expect(startArguments(['--data=copy'])).toEqual({ demo: false, data: 'copy' });
  });

  it.each([['--port', 'web'], ['--port', '0'], ['--port', '70000'], ['--data', ''], ['--dmeo'], ['demo'], ['--port']])('are refused in a sentence when they make no sense: %s %s', (...words) => {
    expect(() => startArguments(words.filter((word) => word !== undefined))).toThrow(/needs|--help/);
  });
});
