import { domainOf, domainsAround, ownedDomain, readDomain } from './web-domain.js';

describe('the domain of an organisation', () => {
  it.each([
    ['acme.com', 'acme.com'], [' ACME.com. ', 'acme.com'], ['https://www.acme.co.uk/jobs?x=1', 'acme.co.uk'], ['hr.acme.com', 'hr.acme.com'],
    ['bücher.example.com', 'xn--bcher-kva.example.com'], ['acme.github.io', 'acme.github.io'], ['www.com', 'www.com'],
  ])('is read from %s', (typed, read) => {
    expect(readDomain(typed)).toBe(read);
  });

  it.each(['', 'acme', 'localhost', 'co.uk', 'com', 'github.io', '127.0.0.1', '[::1]', 'acme.invented', 'a b.com', 'acme..com', 'name@acme.com'])('is not %s', (typed) => {
    expect(readDomain(typed)).toBeNull();
  });

  it('is what stands behind the last @ of an address', () => {
    expect(domainOf('Grace@HR.Acme.com')).toBe('hr.acme.com');
  });

  it('lies in the domains above it, down to what somebody can own', () => {
    expect(domainsAround('hr.acme.co.uk')).toEqual(['hr.acme.co.uk', 'acme.co.uk']);
    expect(domainsAround('acme.com')).toEqual(['acme.com']);
    expect(['hr.acme.co.uk', 'acme.com', 'jobs.acme.github.io'].map(ownedDomain)).toEqual(['acme.co.uk', 'acme.com', 'acme.github.io']);
  });
});
