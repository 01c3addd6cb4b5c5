import { type FileText } from '../reading.js';
import { redact } from './redact.js';

const SKILLS = new Set(['ruby', 'java', 'go', 'julia', 'python']);
const isSkill = (text: string): boolean => SKILLS.has(text.toLowerCase());
const file = (lines: readonly string[]): FileText => ({ format: 'txt', pages: 1, author: null, hidden: '', lines: lines.map((text) => ({ text, size: 0 })) });
const redacted = (...lines: string[]): string => redact(file(lines), isSkill).lines.join('\n');

describe('what says who somebody is', () => {
  it.each([
    ['ines.halvorsen@postkasse.example'], ['INES@POST-KASSE.CO.UK'], ['ines + cv @ postkasse.example'.replace(' + cv', '')], ['ines.halvorsen [at] postkasse [dot] example'], ['ines(at)postkasse.example'],
    ['ines at postkasse dot example'], ['inés@correo.example'], ['ines.halvorsen@post\nkasse.example'], ['ines.halvorsen@postkasse.\nexample'], ['ines_halv\norsen@postkasse.example'],
  ])('e-mail: %j', (email) => {
    const left = redacted(`Reach me: ${email}`.includes('\n') ? email : `Reach me: ${email}`, 'Experience', 'Engineer');
    expect(left).toContain('[e-mail]');
    expect(left).not.toMatch(/halv|postkasse|kasse|correo|KASSE|@/);
  });

  it.each([
    '+47 412 55 908', '+1 (555) 014-7788', '(555) 014-7788', '555-014-7788', '0171 / 555 23 42', '+49 171 5552342', '06 12 34 56 78', '+91 98765 43210', '9876543210', '(11) 98888-7777', '0047 41255908', '+44 20 7946 0958 ext. 12', '030/1234567', '+٤٧ ٤١٢ ٥٥ ٩٠٨',
  ])('phone: %s', (phone) => {
    expect(redacted('Ines Halvorsen', `Phone: ${phone}`)).toBe('[name] [name]\nPhone: [phone]');
    expect(redacted('Summary', 'Work', 'x', 'y', 'z', `Reachable under ${phone} in the evening`)).toContain('under [phone] in');
  });

  it.each(['555 123 4567', '5551234567', '1-800-555-0199', '912 345 678', '11 98765-4321', '(0) 20 7946 0958'])('phone beside a skill, far below the head: %s', (phone) => {
    expect(redacted('Summary', 'Work', 'x', 'y', 'z', 'Experience', 'Engineer', `Python ${phone}`)).toMatch(/\nPython \[phone\]$/);
    expect(redacted('Experience', 'Engineer', `Python ${phone} 2019`).replace('2019', '')).not.toMatch(/\d/);
  });

  it('a phone number again, without its prefix and divided otherwise', () => {
    expect(redacted('Ines Halvorsen', 'Phone: +47 412 55 908', 'Experience', 'Engineer', 'x', 'y', 'Python 41255908', 'Ruby 4125-5908')).toMatch(/Python \[phone\]\nRuby \[phone\]$/);
  });

  it.each(['jane.doe at post.example', 'jane.doe @ post . example', 'jane.doe\n@post.example', 'jane.doe@post dot example', 'jane.doe at post dot example'])('e-mail beside a skill, in the head and below: %j', (email) => {
    for (const above of [[], ['Experience', 'Engineer', 'x', 'y', 'z', 'a', 'b']]) {
      const left = redacted(...above, `Python ${email}`, 'Ruby jane.doe');
      expect(left).not.toMatch(/jane|doe|post|@/);
      expect(left).toMatch(/Python \[e-mail\][^]*Ruby \[e-mail\]$/);
    }
  });

  it.each(['Engineer at booking.com', 'Node.js at vercel.com', 'Python 3.11.2 and 2018 2020', 'ISO 27001', 'served 900 000 000 requests', '12 2018-2020'])('no contact: %s', (text) => {
    expect(redacted('Ines Halvorsen', 'Experience', 'x', 'y', text)).toContain(text);
  });

  it.each(['2018-2020', '03/2017 - 12/2019', '01.04.2012 – 30.09.2015', '4 000 000 bookings', '1,200,000 users', 'p95 from 900 to 140 ms', 'ISO 27001:2013', 'version 10.15.7', 'port 8080', '2015 2016 2017'])('no phone: %s', (text) => {
    expect(redacted('Ines Halvorsen', 'Experience', `Engineer, ${text}`)).toContain(text);
  });

  it.each([
    '48 Long Acre Road, Portland, OR 97205', 'Schönhauser Allee 145a, 10435 Berlin', '12 bis, rue de la Paix, 69003 Lyon', 'Rua das Laranjeiras, 240 – Apto 32, São Paulo', 'Calle Mayor 12, 28013 Madrid',
    'Flat No. 304, Sai Residency, Hyderabad - 500081', 'Fjellveien 12, 5019 Bergen', 'ul. Długa 12/4, 00-238 Warszawa', 'P.O. Box 1234, Oslo', 'Bergen, Norway', 'London SW1A 1AA',
  ])('address: %s', (address) => {
    const left = redacted('Ines Halvorsen', address, 'ines@postkasse.example', 'Experience');
    expect(left).toContain('[address]');
    expect(left).not.toMatch(/\d|Bergen|Norway|Berlin|Lyon|Laranjeiras|Mayor|Hyderabad|Warszawa/);
  });

  it.each(['Cut costs via Helm by 30 clusters', 'Ran 5 monitoring 24/7 systems', 'Oracle E-Business Suite 12', 'Led 3 engineers along the way', 'Shipped 12 releases on the road to 2.0'])('no address: %s', (line) => {
    expect(redacted('Ines Halvorsen', 'Experience', line)).toContain(line);
  });

  it.each(['https://halvorsen.example/cv', 'www.halvorsen.example', 'linkedin.com/in/ines-halvorsen-77', 'github.com/ineshalv', 'ineshalv.github.io', 'Twitter: @ineshalv', 'Skype: live.ines', 'halvorsen.dev', 't.me/ineshalv'])('link: %s', (link) => {
    expect(redacted('Ines Halvorsen', link)).toMatch(/\[link\]|\[e-mail\]/);
    expect(redacted('Ines Halvorsen', link)).not.toMatch(/halv|live\.ines/i);
  });

  it.each(['Node.js, ASP.NET and socket.io', 'Web: HTML, CSS', 'GitHub Actions, GitLab CI', '@nestjs/core and @angular/material', 'CI/CD in production'])('no link: %s', (line) => {
    expect(redacted('Ines Halvorsen', 'Skills', line)).toContain(line);
  });

  it.each(['Date of Birth: 12 June 1994', 'Geboren am 14.02.1988 in Köln', 'Né le 3 mai 1990', 'DOB - 12/06/1994', 'Data de nascimento: 07/09/1991', 'Age: 31', "Father's Name: Narasimhan Rao", 'Marital Status: Single', 'CPF: 123.456.789-09', 'SSN 123-45-6789', 'Nationality: Norwegian'])('particulars: %s', (line) => {
    expect(redacted('Ines Halvorsen', 'ines@postkasse.example', '', line)).toMatch(/\[(?:birth date|personal detail|phone)\]/);
    expect(redacted('Ines Halvorsen', '', line)).not.toMatch(/19\d\d|Narasimhan|Single|456|Norwegian|31/);
  });
});

describe('the name of a person', () => {
  it.each([
    ['Ines Halvorsen'], ['INES HALVORSEN'], ['Jörg Müller-Lüdenscheidt'], ['João Pedro Gonçalves da Conceição'], ['Siobhán O’Rourke'], ['Venkata Lakshmi N.'], ['Ludwig van der Berg'], ['Dr. Anna Nowak, PhD'], ['山田太郎'], ['Иван Петров'], ['Nguyễn Thị Hoa'],
  ])('%s, at the head', (name) => {
    const left = redacted(name, 'Software Engineer', 'someone@postkasse.example', 'Experience', 'Engineer, Acme');
    expect(left.split('\n')[0]).toMatch(/\[name\]/);
    for (const word of name.split(/[\s,.-]+/).filter((part) => part.length > 3 && part !== 'PhD')) expect(left).not.toContain(word);
  });

  it('is found under a title, by the address it is in, and by its label', () => {
    expect(redacted('Curriculum Vitae', 'Software Engineer', 'Tomasz Wierzbicki', 't.wierzbicki@poczta.example')).not.toContain('Wierzbicki');
    expect(redacted('Experience', 'Engineer, Acme', '', 'Skills', 'Java', 'Contact', 'Tomasz Wierzbicki', 'twierzbicki@poczta.example')).not.toContain('Tomasz');
    expect(redacted('Bewerbung', 'Name: Tomasz Wierzbicki', 'Java, Python')).toBe('Bewerbung\nName: [name] [name]\nJava, Python');
  });

  it('in small letters is known by the address beneath', () => {
    expect(redacted('jane doe - react developer', 'jane.doe@post.example', 'Experience', 'python by jane doe')).toBe('[name] [name] - react developer\n[e-mail]\nExperience\npython by [name] [name]');
  });

  it('is taken out wherever it stands again, and words of it that are skills only beside the others', () => {
    const left = redacted('Ruby Halvorsen', 'ruby.halvorsen@postkasse.example', 'Experience', 'Halvorsen Consulting, founder', 'I wrote Ruby and Java; Ruby Halvorsen spoke at a conference');
    expect(left.split('\n').slice(3)).toEqual(['[name] Consulting, founder', 'I wrote Ruby and Java; [name] [name] spoke at a conference']);
  });

  it('is not taken from headings, titles, skills and firms', () => {
    const { found } = redact(file(['Senior Software Engineer', 'Work Experience', 'Acme Corporation Limited', 'Java', 'Python']), isSkill);
    expect(found.name).toBeNull();
  });

  it('and the phone of referees are dropped with all of their section', () => {
    expect(redacted('Ines Halvorsen', 'Skills', 'Java', 'References', 'Kari Nordmann, Java lead at Acme, +47 900 00 000')).not.toMatch(/Kari|Acme/);
  });
});
