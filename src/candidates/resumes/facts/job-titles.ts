const WORDS = String.raw`engineer(?:ing manager)?|developer|programmer|coder|architect|analyst|scientist|designer|manager|administrator|admin|consultant|director|specialist|coordinator|
  assistant|associate|officer|representative|executive|supervisor|technician|researcher|intern|trainee|apprentice|lead|leader|head of [\p{L} ]{2,30}|chief [\p{L} ]{2,30}|president|vice president|vp|svp|evp|avp|
  c[efimopst]o|cpo|ciso|founder|co-?founder|owner|partner|principal|strategist|planner|accountant|auditor|bookkeeper|controller|teacher|lecturer|tutor|professor|instructor|trainer|coach|nurse|physician|doctor|pharmacist|
  recruiter|writer|copywriter|editor|journalist|translator|marketer|tester|sdet|sre|devops|dba|webmaster|buyer|merchandiser|salesperson|salesman|saleswoman|seller|clerk|receptionist|secretary|cashier|advisor|adviser|
  agent|operator|mechanic|electrician|chef|cook|waiter|waitress|barista|driver|volunteer|freelancer|contractor|scrum master|product owner|team ?lead|tech lead|expert|fellow|
  entwickler(?:in)?|softwareentwickler(?:in)?|ingenieur(?:in)?|leiter(?:in)?|projektleiter(?:in)?|teamleiter(?:in)?|berater(?:in)?|praktikant(?:in)?|werkstudent(?:in)?|mitarbeiter(?:in)?|sachbearbeiter(?:in)?|referent(?:in)?|
  kaufmann|kauffrau|fachinformatiker(?:in)?|informatiker(?:in)?|datenanalyst(?:in)?|geschäftsführer(?:in)?|assistent(?:in)?|auszubildende[r]?|programmierer(?:in)?|architekt(?:in)?|gestalter(?:in)?|lehrer(?:in)?|verkäufer(?:in)?|\p{L}+(?:entwickler|ingenieur|berater|leiter|manager)(?:in)?|
  développeu(?:r|se)|ingénieure?|chef(?:fe)? de [\p{L} ]{3,20}|responsable|chargée? de [\p{L} ]{3,30}|stagiaire|alternante?|consultante?|technicien(?:ne)?|directeur|directrice|analyste|concepteur|conceptrice|assistante|vendeu(?:r|se)|comptable|gestionnaire|
  desenvolvedora?|engenheir[oa]|analista|gerente|estagiári[oa]|coordenadora?|diretora?|consultora?|técnic[oa]|programadora?|assistente|auxiliar|professora?|arquitet[oa]|cientista|vendedora?|líder|
  desarrolladora?|ingenier[oa]|director[a]?|coordinadora?|becari[oa]|jef[ea] de [\p{L} ]{3,20}|diseñadora?|asesora?|ayudante|arquitect[oa]|
  sviluppatore|sviluppatrice|ingegnere|progettista|tirocinante|stagista|impiegat[oa]|ontwikkelaar|ingenieur|adviseur|medewerker|stagiair|beheerder|
  utvikler|systemutvikler|ingeniør|rådgiver|konsulent|prosjektleder|leder|utvecklare|systemutvecklare|ingenjör|udvikler|programista|programistka|inżynier|kierownik|specjalista|analityk|stażysta`.replace(/\s*\n\s*/g, '');

const TITLE = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${WORDS})s?(?![\p{L}\p{N}])`, 'iu');

/** The word of a text that makes it the title of a job; null when there is none. */
export function titleWordIn(text: string): string | null {
  return TITLE.exec(text)?.[0] ?? null;
}
