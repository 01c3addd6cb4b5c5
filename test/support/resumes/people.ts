/** An invented person with everything a resume says of one. `years` and `skills` are what a reader is expected to find. */
export interface Person {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly link: string;
  readonly particulars: readonly string[];
  readonly headings: { readonly profile: string; readonly work: string; readonly education: string; readonly skills: string; readonly languages: string; readonly contact: string };
  readonly profile: string;
  readonly jobs: readonly { readonly title: string; readonly employer: string; readonly time: string; readonly points: readonly string[] }[];
  readonly education: readonly { readonly degree: string; readonly school: string; readonly time: string }[];
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly expected: { readonly skills: readonly string[]; readonly years: number; readonly languages: readonly string[]; readonly levels: readonly string[] };
}

const english = { profile: 'Summary', work: 'Work Experience', education: 'Education', skills: 'Technical Skills', languages: 'Languages', contact: 'Contact' };

export const people: readonly Person[] = [
  {
    name: 'Ines Halvorsen', title: 'Senior Software Engineer', email: 'ines.halvorsen@postkasse.example', phone: '+47 412 55 908', address: 'Fjellveien 12, 5019 Bergen, Norway',
    link: 'linkedin.com/in/ines-halvorsen-77', particulars: ['Nationality: Norwegian'], headings: english,
    profile: 'Backend engineer who likes distributed systems and the people around them.',
    jobs: [
      { title: 'Senior Software Engineer', employer: 'Nordlys Freight AS', time: 'Mar 2021 – Present', points: ['Rebuilt the booking platform as services in Go and TypeScript on Kubernetes.', 'Moved 2 TB from MySQL to PostgreSQL without a minute of downtime.'] },
      { title: 'Software Engineer', employer: 'Fjordbank', time: 'Jan 2017 – Feb 2021', points: ['Wrote the payment API in Java with Spring Boot, and its releases with Terraform on AWS.'] },
    ],
    education: [{ degree: 'MSc in Computer Science', school: 'University of Bergen', time: '2014 – 2016' }],
    skills: ['Go, TypeScript, Java, SQL', 'PostgreSQL, MySQL, Kubernetes, Terraform, AWS'], languages: ['Norwegian (native)', 'English (C1)'],
    expected: { skills: ['go', 'typescript', 'java', 'sql', 'postgresql', 'mysql', 'kubernetes', 'terraform', 'aws', 'spring', 'back-end-development', 'distributed-systems', 'software-engineering'], years: 9.9, languages: ['no', 'en'], levels: ['master'] },
  },
  {
    name: 'Jörg Müller-Lüdenscheidt', title: 'Datenanalyst', email: 'j.mueller-luedenscheidt@web-post.example', phone: '0171 / 555 23 42', address: 'Schönhauser Allee 145a, 10435 Berlin',
    link: 'www.xing.com/profile/Joerg_ML', particulars: ['Geboren am 14.02.1988 in Köln', 'Familienstand: verheiratet'],
    headings: { profile: 'Kurzprofil', work: 'Berufserfahrung', education: 'Ausbildung', skills: 'EDV-Kenntnisse', languages: 'Sprachkenntnisse', contact: 'Persönliche Daten' },
    profile: 'Analyst mit Freude an sauberen Daten und klaren Bildern.',
    jobs: [
      { title: 'Datenanalyst', employer: 'Spreewerk Logistik GmbH', time: 'seit 2020', points: ['Aufbau der Berichte in Power BI und Python, Pflege der Daten mit SQL.'] },
      { title: 'Werkstudent Controlling', employer: 'Havelbau AG', time: '03/2017 - 12/2019', points: ['Auswertungen in Excel und Tableau für den Einkauf.'] },
    ],
    education: [{ degree: 'Diplom-Kaufmann', school: 'Universität Potsdam', time: '2016' }],
    skills: ['Power BI, Tableau, Microsoft Excel', 'Python, SQL, pandas'], languages: ['Deutsch: Muttersprache', 'Englisch: verhandlungssicher'],
    expected: { skills: ['power-bi', 'tableau', 'excel', 'python', 'sql', 'pandas'], years: 9.8, languages: ['de', 'en'], levels: ['master'] },
  },
  {
    name: 'François-Xavier Lefèvre', title: 'Chef de produit', email: 'fx.lefevre@courriel.example', phone: '06 12 34 56 78', address: '12 bis, rue de la Paix, 69003 Lyon',
    link: 'https://fxlefevre.example/portfolio', particulars: ['Né le 3 mai 1990', 'Situation familiale : célibataire'],
    headings: { profile: 'Profil', work: 'Expérience professionnelle', education: 'Formation', skills: 'Compétences', languages: 'Langues', contact: 'Coordonnées' },
    profile: 'Chef de produit qui aime les équipes calmes et les clients bavards.',
    jobs: [
      { title: 'Chef de produit', employer: 'Rhône Mobilité SAS', time: 'septembre 2019 – aujourd’hui', points: ['Feuille de route dans Jira et tests A/B avec Google Analytics.'] },
      { title: 'Consultant', employer: 'Cabinet Saône', time: 'janv. 2015 – août 2019', points: ['Ateliers de Scrum et de Kanban, maquettes dans Figma.'] },
    ],
    education: [{ degree: 'Master en management', school: 'Université Lumière', time: '2012 – 2014' }],
    skills: ['Jira, Figma, Google Analytics', 'Scrum, Kanban'], languages: ['Français : langue maternelle', 'Anglais : courant', 'Espagnol : B1'],
    expected: { skills: ['jira', 'figma', 'google-analytics', 'scrum', 'kanban'], years: 11.9, languages: ['fr', 'en', 'es'], levels: ['master'] },
  },
  {
    name: 'Venkata Lakshmi Narasimhan', title: 'Full Stack Developer', email: 'lakshmi.nv@mailbox.example', phone: '+91 98765 43210', address: 'Flat No. 304, Sai Residency, Madhapur, Hyderabad - 500081',
    link: 'github.com/lakshminv', particulars: ['Date of Birth: 12 June 1994', "Father's Name: Narasimhan Rao", 'Marital Status: Single'], headings: { ...english, work: 'Professional Experience', education: 'Academic Qualifications' },
    profile: 'Developer with an eye for small teams and large spreadsheets.',
    jobs: [
      { title: 'Full Stack Developer', employer: 'Charminar Softworks Pvt Ltd', time: 'Jul 2018 to Till Date', points: ['Built single page applications with React and Node.js, with MongoDB behind them.', 'Deployed with Docker and Jenkins to Microsoft Azure.'] },
      { title: 'Junior Developer', employer: 'Golconda Infotech', time: 'Jun 2016 - Jun 2018', points: ['Wrote web pages in HTML, CSS and JavaScript, and services in PHP.'] },
    ],
    education: [{ degree: 'B.Tech in Information Technology', school: 'JNTU Hyderabad', time: '2012 - 2016' }, { degree: 'Intermediate (12th)', school: 'Sri Chaitanya Junior College', time: '2012' }],
    skills: ['React, Node.js, JavaScript, HTML, CSS, PHP', 'MongoDB, Docker, Jenkins, Azure'], languages: ['English - Fluent', 'Telugu - Native', 'Hindi - Basic'],
    expected: { skills: ['react', 'nodejs', 'javascript', 'html', 'css', 'php', 'mongodb', 'docker', 'jenkins', 'azure', 'full-stack-development', 'spreadsheets', 'single-page-applications'], years: 10.5, languages: ['en', 'te', 'hi'], levels: ['bachelor', 'school'] },
  },
  {
    name: 'João Pedro Gonçalves da Conceição', title: 'Engenheiro de Dados', email: 'joaopedro.goncalves@correio.example', phone: '(11) 98888-7777', address: 'Rua das Laranjeiras, 240 – Apto 32, São Paulo – SP, 04567-010',
    link: 'linkedin.com/in/joaopgc', particulars: ['Data de nascimento: 07/09/1991', 'Estado civil: casado', 'CPF: 123.456.789-09'],
    headings: { profile: 'Resumo', work: 'Experiência Profissional', education: 'Formação Acadêmica', skills: 'Habilidades', languages: 'Idiomas', contact: 'Contato' },
    profile: 'Engenheiro que gosta de dados limpos e de café forte.',
    jobs: [
      { title: 'Engenheiro de Dados', employer: 'Banco Ipiranga S.A.', time: 'jan. 2020 – atual', points: ['Pipelines em Apache Spark e Airflow na nuvem AWS.'] },
      { title: 'Analista de Dados', employer: 'Loja do Largo Ltda', time: 'mar. 2016 – dez. 2019', points: ['Consultas em SQL, scripts em Python e painéis no Power BI.'] },
    ],
    education: [{ degree: 'Bacharelado em Estatística', school: 'Universidade de São Paulo', time: '2011 – 2015' }],
    skills: ['Python, SQL, Apache Spark, Airflow', 'AWS, Power BI'], languages: ['Português – nativo', 'Inglês – avançado'],
    expected: { skills: ['python', 'sql', 'spark', 'airflow', 'aws', 'power-bi'], years: 10.8, languages: ['pt', 'en'], levels: ['bachelor'] },
  },
  {
    name: 'Siobhán O’Rourke', title: 'UX Designer', email: 'siobhan@orourke.example', phone: '(555) 014-7788', address: '48 Long Acre Road, Portland, OR 97205',
    link: 'behance.net/sorourke', particulars: [], headings: { ...english, work: 'Experience', skills: 'Skills' },
    profile: 'Designer of forms that people finish, and of words that they understand.',
    jobs: [
      { title: 'UX Designer', employer: 'Willamette Health Inc.', time: '2018 – 2022', points: ['Ran user research and usability testing with patients, and drew prototypes in Figma.'] },
      { title: 'Graphic Designer', employer: 'Rose City Press', time: '2014 – 2018', points: ['Set books and posters in Adobe Photoshop and Illustrator.'] },
    ],
    education: [{ degree: 'Bachelor of Fine Arts', school: 'Oregon College', time: '2010 - 2014' }],
    skills: ['Figma, Photoshop, Illustrator', 'User research, usability testing, accessibility'], languages: ['English (native)', 'Irish'],
    expected: { skills: ['figma', 'photoshop', 'illustrator', 'user-research', 'usability-testing', 'accessibility', 'ux-design', 'prototyping', 'graphic-design'], years: 8, languages: ['en'], levels: ['bachelor'] },
  },
];
