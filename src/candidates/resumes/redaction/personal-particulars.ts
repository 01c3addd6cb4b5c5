import { type Span, spansOf } from './spans.js';

const VALUE = String.raw`\s{0,3}[:：–-]?\s{0,3}([^\n\t|•]{1,120})`;
const labelled = (labels: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${labels})(?![\p{L}])${VALUE}`, 'giu');
const strictly = (labels: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${labels})[ ]{0,3}[:：\t][ \t]{0,3}([^\n\t|•]{1,120})`, 'giu');

const BIRTH = labelled(String.raw`date of birth|birth ?date|birthday|d\.\s?o\.\s?b\.?|dob|born(?: on| in)?|geburtsdatum|geboren(?: am)?|geb\.(?: am)?|date de naissance|née? le|fecha de nacimiento|nacid[oa] el|data de nascimento|nascid[oa] em|data di nascita|nat[oa] il|geboortedatum|geboren op|fødselsdato|født|född|födelsedatum|data urodzenia|ur\.`);
const AGE = /(?<![\p{L}\p{N}])(?:(?:age|alter|âge|edad|idade|età|leeftijd|alder|ålder|wiek)\s{0,2}[:：]?\s{0,2}\d{2}(?!\d)(?:\s?(?:years|jahre|ans|años|anos|anni|jaar|år|lat))?|\d{2} (?:years old|ans(?= ?[,|\n\t])|años(?= ?[,|\n\t])|anos de idade|jahre alt|anni(?= ?[,|\n\t])))/giu;
const PARTICULARS = strictly(String.raw`nationality|citizenship|marital status|civil status|gender|sex|religion|caste|place of birth|birthplace|passport(?: no\.?| number)?|visa(?: status)?|driving licen[cs]e(?: no\.?)?|father(?:['’]s)?(?: name)?|mother(?:['’]s)?(?: name)?|spouse(?:['’]s)?(?: name)?|husband(?:['’]s)?(?: name)?|wife(?:['’]s)?(?: name)?|children|blood group|height|weight|staatsangehörigkeit|nationalität|familienstand|konfession|geburtsort|kinder|geschlecht|nationalité|situation(?: familiale)?|état civil|lieu de naissance|sexe|permis|nacionalidad|estado civil|lugar de nacimiento|sexo|nacionalidade|naturalidade|filiação|nazionalità|stato civile|luogo di nascita|nationaliteit|burgerlijke staat|geslacht|nasjonalitet|sivilstand|cpf|rg|dni|nie|nif|ssn|pan(?: no\.?)?|aadhaar(?: no\.?)?|social security(?: no\.?| number)?|national id|id no\.?|pesel|matricule`);
const NUMBERS = /(?<!\d)(?:\d{3}\.\d{3}\.\d{3}-\d{2}|\d{3}-\d{2}-\d{4}|(?!(?:19|20)\d{2} (?:19|20)\d{2})\d{4} \d{4} \d{4})(?!\d)|(?<![\p{L}\p{N}])[A-Z]{5}\d{4}[A-Z](?![\p{L}\p{N}])/gu;

/** Birth dates and ages, and what else is about the person and not about the work. */
export function particularsIn(text: string): Span[] {
  const birth = spansOf(text, BIRTH, 'birth date').filter(({ start, end }) => /\d/.test(text.slice(start, end)));
  return [...birth, ...spansOf(text, AGE, 'birth date'), ...spansOf(text, PARTICULARS, 'personal detail'), ...spansOf(text, NUMBERS, 'personal detail')];
}

/** Words in small or capital letters, within a pattern that otherwise tells the two apart. */
const anyCase = (words: string): string => `(?:${words.replace(/\\.|\p{L}/gu, (sign) => (sign.length === 1 ? `[${sign}${sign.toUpperCase()}]` : sign))})`;

const NUMBERED = String.raw`\d{1,5}[ ]?[a-zA-Z]?(?:[ ]?[-–/][ ]?\d{1,4})?`;
const WORDS = String.raw`(?:\p{Lu}[\p{L}'’.-]{0,30}[ ]){1,4}`;
const REST = String.raw`[^\n\t|•]{0,80}`;
/** Written like this they are streets wherever they stand. */
const STREETS: readonly RegExp[] = [
  // 12 Long Acre Road, Apt 4
  new RegExp(String.raw`(?<![\p{L}\p{N}])${NUMBERED},?[ ]${WORDS}${anyCase(String.raw`street|st|road|rd|avenue|ave|lane|ln|boulevard|blvd|crescent|parkway|pkwy|highway|hwy`)}\.?(?![\p{L}])${REST}`, 'gu'),
  // Lange Straße 12
  new RegExp(String.raw`(?<![\p{L}])\p{Lu}[\p{L}.'’ -]{0,40}${anyCase(String.raw`straße|strasse|str\.|gasse|allee|chaussee|vägen|gatan|veien|straat`)}[ ]${NUMBERED}(?![\p{L}\p{N}])${REST}`, 'gu'),
  // 12 bis, rue de la Paix · Rua das Flores, 12 · Calle Mayor 12
  new RegExp(String.raw`(?<![\p{L}\p{N}])${NUMBERED}(?:[ ]?(?:bis|ter|quater))?,?[ ]${anyCase(String.raw`rue|avenue|boulevard|impasse|chemin`)}[ ][\p{L}]${REST}`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}])(?:Rua|RUA|Avenida|AVENIDA|Travessa|Alameda|Calle|CALLE|ul\.|Viale|Piazza)[ ]?(?:${anyCase(String.raw`da|das|de|do|dos|de la|del|della|dei`)}[ ])?\p{Lu}[\p{L}\p{N}.'’ ºª-]{0,50},?[ ](?:n[.º°]?[ ]?)?\d{1,5}(?!\d)${REST}`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}])${anyCase(String.raw`p\.?[ ]?o\.?[ ]?box`)}[ ]\d{1,6}${REST}`, 'gu'),
];
/** Written like this they are homes where people write how to reach them, and all sorts of things elsewhere. */
const HOMES: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\p{L}\p{N}])${NUMBERED},?[ ]${WORDS}${anyCase(String.raw`drive|dr|way|court|ct|place|pl|square|sq|terrace|close|circle|cir|trail|gardens|grove|hill|mews|row|walk|quay|nagar|colony|marg|cross|layout`)}\.?(?![\p{L}])${REST}`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}])\p{Lu}[\p{L}.'’ -]{0,40}${anyCase(String.raw`weg|platz|ring|damm|ufer|steig|vegen|gata|gaten|vej|gade|laan|kade|plein|dreef|dijk|katu|tie`)}[ ]${NUMBERED}(?![\p{L}\p{N}])${REST}`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}])${anyCase(String.raw`r\.|av\.?|praça|largo|rodovia|estrada|c\/|paseo|plaza|carrer|ronda|via|corso|vicolo|ulica|al\.|os\.|pl\.|str\.|strada|bd\.|place|quai|route|cours`)}[ ]?[\p{L}][\p{L}\p{N}.'’ ºª-]{1,50},?[ ](?:n[.º°]?[ ]?)?\d{1,5}(?!\d)${REST}`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}])${anyCase(String.raw`flat|apt\.?|apartment|house|h\.? ?no|plot|door|block|sector|suite|unit|room|qtr|quarter|villa`)}[ ]?${anyCase(String.raw`no\.?|number|#`)}?[ :.-]{0,3}[a-zA-Z]?-?\d{1,5}[^\n\t|•]{0,120}`, 'gu'),
];
const LABELLED_ADDRESS = strictly(String.raw`(?:(?:permanent|present|current|home|postal|mailing|residential|correspondence) )?address|residence|location|anschrift|adresse|wohnort|wohnhaft|endereço|dirección|domicilio|indirizzo|residenza|adres|adresas|bostad|bosted|city|ort|ville|ciudad|cidade`);
const POSTCODES: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])[A-Z]\d[A-Z] ?\d[A-Z]\d(?![\p{L}\p{N}])/gu,
  /[^\n\t|•]{0,40},[ ]?[A-Z]{2}\.?,?[ ]\d{5}(?:-\d{4})?(?!\d)[^\n\t|•]{0,30}/gu,
  /(?<![\p{L}\p{N}.+-])(?:[A-Z]{1,2}-)?\d{5}[ ]\p{Lu}[\p{L}'’ -]{2,40}/gu,
  /[^\n\t|•]{0,60}(?<!\d)\d{5}-\d{3}(?!\d)[^\n\t|•]{0,30}/gu,
  /[^\n\t|•]{0,60}(?:[-–,][ ]?|pin(?:code)?[ ]?[:-]?[ ]?)\d{3}[ ]?\d{3}(?!\d)[^\n\t|•]{0,30}/giu,
  /(?<![\p{L}\p{N}])\d{2}-\d{3}[ ]\p{Lu}\p{L}+/gu,
  /(?<![\p{L}\p{N}])\d{4}[ ]?[A-Z]{2}(?![\p{L}\p{N}])[^\n\t|•]{0,40}/gu,
];
const SHORT_POSTCODE = /(?<![\p{L}\p{N}.+-]|[–-] )(?:[A-Z]{1,3}-)?\d{3}[ ]?\d{1,2}[ ]\p{Lu}[\p{L}'’ -]{2,40}/gu;
const TOWN = /(?<=^|[\n\t|•·●,][ ]?)\p{Lu}[\p{L}'’.-]{2,30}(?:[ ]\p{Lu}[\p{L}'’.-]{2,30}){0,2},[ ]?\p{Lu}[\p{L}'’. ]{1,30}(?=$|[ ]?[\n\t|•·●])/gmu;

/**
 * Postal addresses. `isContact` says whether a place is where people write how to reach them: only there is a town an address,
 * and only where `isTown` does not know better what `Word, Word` is.
 */
export function addressesIn(text: string, isContact: (at: number) => boolean, isTown: (found: string) => boolean): Span[] {
  const towns = spansOf(text, TOWN, 'address').filter(({ start, end }) => isTown(text.slice(start, end)));
  return [
    ...STREETS.flatMap((pattern) => spansOf(text, pattern, 'address')),
    ...[LABELLED_ADDRESS, ...HOMES, ...POSTCODES, SHORT_POSTCODE].flatMap((pattern) => spansOf(text, pattern, 'address')).concat(towns).filter(({ start, end }) => isContact(start) || isContact(end - 1)),
  ];
}
