import { promisesOn } from './promises.js';

const page = `# Promises

| id | from | promise | how it is kept | state | proved by |
|---|---|---|---|---|---|
| MO11 | A | Deleted after 90 days | To the second | proved | the end of an interview comes |
| MO12 | A | Either \\| or | Gone | not yet |  |
`;

describe('the promises', () => {
  it('are read from their page with the test that proves each, a bar in a sentence included', () => {
    expect(promisesOn(page)).toEqual([
      { id: 'MO11', promise: 'Deleted after 90 days', kept: 'To the second', provedBy: 'the end of an interview comes' },
      { id: 'MO12', promise: 'Either | or', kept: 'Gone', provedBy: null },
    ]);
  });
});
