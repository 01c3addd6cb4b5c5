import { folded } from './folded.js';

export const sectionKinds = ['head', 'contact', 'profile', 'experience', 'education', 'skills', 'languages', 'references', 'other'] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** Which part of the resume a line belongs to; a heading opens its own. */
export interface Place {
  readonly section: SectionKind;
  readonly isHeading: boolean;
}

// Folded: small letters without accents. English, German, French, Spanish, Portuguese, Italian, Dutch, the Nordic languages, Polish.
const HEADINGS: Readonly<Partial<Record<SectionKind, string>>> = {
  experience: `experience|experiences|work|work experience|work experiences|working experience|professional experience|relevant experience|industry experience|
    employment|employment history|employment experience|work history|career|career history|career summary|professional background|professional history|
    job experience|internship|internships|internship experience|internship details|positions|positions held|
    berufserfahrung|berufserfahrungen|berufliche erfahrung|berufliche erfahrungen|berufspraxis|beruflicher werdegang|werdegang|berufliche laufbahn|
    praktische erfahrung|praktische erfahrungen|praktika|arbeitserfahrung|
    experience professionnelle|experiences professionnelles|parcours professionnel|stages|emplois|
    experiencia|experiencia profesional|experiencia laboral|trayectoria profesional|
    experiencia profissional|experiencias profissionais|historico profissional|atuacao profissional|
    esperienza|esperienze|esperienza professionale|esperienze professionali|esperienza lavorativa|esperienze lavorative|
    werkervaring|ervaring|arbeidserfaring|erfaring|arbetslivserfarenhet|erfarenhet|erhvervserfaring|arbejdserfaring|
    doswiadczenie|doswiadczenie zawodowe`,
  education: `education|educational background|educational qualification|educational qualifications|academic background|academics|academic history|academic qualification|
    academic qualifications|academic details|academic profile|education and training|education & training|qualification|qualifications|studies|scholastic record|
    ausbildung|bildung|bildungsweg|studium|schulbildung|akademischer werdegang|hochschulbildung|schule|aus- und weiterbildung|
    formation|formations|etudes|diplomes|diplomes et formations|cursus|parcours academique|scolarite|
    educacion|formacion|formacion academica|estudios|formacao|formacao academica|educacao|escolaridade|
    istruzione|istruzione e formazione|formazione|titoli di studio|opleiding|opleidingen|onderwijs|utdanning|utbildning|uddannelse|wyksztalcenie|edukacja`,
  skills: `skill|skills|skill set|skillset|technical skill|technical skills|technical skill set|core skills|key skills|hard skills|soft skills|professional skills|it skills|computer skills|
    digital skills|other skills|additional skills|top skills|competencies|core competencies|key competencies|competences|technologies|technical proficiency|technical expertise|
    tech stack|tools|expertise|areas of expertise|technical summary|programming languages|strengths|
    kenntnisse|fachkenntnisse|it-kenntnisse|edv-kenntnisse|edv kenntnisse|technische kenntnisse|fahigkeiten|kompetenzen|weitere kenntnisse|
    competences techniques|competences cles|competences informatiques|savoir-faire|informatique|
    habilidades|competencias|conocimientos|habilidades tecnicas|competencias tecnicas|aptitudes|conhecimentos|conhecimentos tecnicos|
    competenze|competenze tecniche|competenze digitali|capacita e competenze|vaardigheden|competenties|ferdigheter|kompetanse|kompetens|fardigheter|kompetencer|umiejetnosci`,
  languages: `languages|language skills|language|languages known|known languages|linguistic skills|spoken languages|sprachen|sprachkenntnisse|langues|langues etrangeres|idiomas|lenguas|
    lingue|conoscenze linguistiche|competenze linguistiche|talen|talenkennis|sprak|sprog|jezyki|jezyki obce|znajomosc jezykow`,
  contact: `contact|contacts|contact me|contact details|contact info|contact information|get in touch|personal details|personal detail|personal information|personal info|personal data|
    personal particulars|personal profile|bio-data|biodata|details|links|address|kontakt|kontaktdaten|personliche daten|personliche angaben|zur person|anschrift|adresse|
    coordonnees|informations personnelles|etat civil|contacto|datos personales|datos de contacto|informacion personal|contato|dados pessoais|informacoes pessoais|
    contatti|dati personali|informazioni personali|persoonlijke gegevens|persoonsgegevens|personalia|personlige oplysninger|personuppgifter|dane osobowe|dane kontaktowe|social|social media|online profiles`,
  profile: `profile|professional profile|summary|professional summary|executive summary|summary of qualifications|about|about me|objective|career objective|career goal|overview|introduction|
    personal statement|bio|profil|uber mich|kurzprofil|zusammenfassung|personliches profil|a propos|a propos de moi|objectif|resume professionnel|perfil|perfil profesional|perfil profissional|
    sobre mim|sobre mi|resumo|resumo profissional|resumen|resumen profesional|objetivo|objetivo profissional|profilo|profilo professionale|obiettivo|profiel|over mij|om meg|om mig|podsumowanie|o mnie`,
  references: `references|reference|referees|professional references|referenzen|referencias|referenze|referenties|referanser|referenser|referencje`,
  other: `projects|project|project experience|key projects|academic projects|personal projects|side projects|selected projects|projekte|projets|proyectos|projetos|progetti|
    certifications|certification|certificates|certificate|licenses and certifications|licenses & certifications|courses|coursework|training|trainings|zertifikate|weiterbildung|weiterbildungen|
    certificats|certificaciones|cursos|certificacoes|certificazioni|corsi|kurse|certificaten|cursussen|kurser|szkolenia|certyfikaty|kursy|
    awards|honors|honours|honors and awards|honors & awards|achievements|accomplishments|awards and achievements|auszeichnungen|distinctions|prix|premios|premi|
    publications|publication|selected publications|publikationen|veroffentlichungen|publicaciones|publicacoes|pubblicazioni|patents|talks|conferences|
    interests|interest|hobbies|hobby|hobbies and interests|interests and hobbies|interessen|hobbys|centres d'interet|centre d'interet|loisirs|intereses|interesses|interessi|zainteresowania|interesser|
    volunteering|volunteer|volunteer experience|volunteer work|voluntary work|ehrenamt|engagement|benevolat|voluntariado|volontariato|activities|extracurricular activities|extra-curricular activities|
    extra curricular activities|leadership|memberships|affiliations|declaration|additional information|sonstiges|divers|autres|otros|outros|open source|strengths and hobbies|research|teaching`,
};

const KINDS = new Map(Object.entries(HEADINGS).flatMap(([kind, words]) => words.split('|').map((word) => [word.trim().replace(/\s+/g, ' '), kind as SectionKind] as const)));
// In spaced capitals the space between two words is lost now and then.
const SQUEEZED = new Map([...KINDS].map(([words, kind]) => [words.replaceAll(' ', ''), kind]));
const LONGEST_HEADING = 60;
const EDGES = /^[^\p{L}]+|[^\p{L}]+$/gu;
const JOINS = /\s*(?:&|\/|\+|,|\||\band\b|\bund\b|\bet\b|\by\b|\be\b|\boch\b|\bog\b|\ben\b|\bi\b)\s*/u;

/** For each line, the part of the resume it stands in. */
export function placesOf(lines: readonly string[]): Place[] {
  let section: SectionKind = 'head';
  return lines.map((line) => {
    const [first = '', ...rest] = line.split('\t');
    const kind = headingKind(first);
    if (kind) section = kind;
    return { section, isHeading: kind !== null && rest.every((cell) => cell.trim() === '') };
  });
}

/** What a heading opens; null for a line that is none. */
function headingKind(text: string): SectionKind | null {
  if (text.length > LONGEST_HEADING || /[.!?]$/.test(text.trim())) return null;
  const plain = folded(text).replace(EDGES, '').replace(/\s+/g, ' ');
  const known = KINDS.get(plain) ?? SQUEEZED.get(plain.replaceAll(' ', ''));
  if (known) return known;
  const parts = plain.split(JOINS);
  if (parts.length < 2 || parts.length > 3) return null;
  const kinds = parts.map((part) => KINDS.get(part));
  return kinds.every((kind) => kind !== undefined) ? kinds[0] ?? null : null;
}
