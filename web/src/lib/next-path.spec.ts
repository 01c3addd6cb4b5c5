import { safePath } from './next-path.js';

const here = 'https://viva-voce.example';

describe('the way back after signing in', () => {
  it.each(['/practice', '/interviews/018f?question=2', '/operator/claim#token=abc'])('goes to %s, a page of this site', (path) => {
    expect(safePath(path, here)).toBe(path);
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example', '/\t/elsewhere.example', 'javascript:alert(1)', 'practice', '', undefined, 7])('refuses %p, which leads elsewhere', (next) => {
    expect(safePath(next, here)).toBeNull();
  });
});
