import { type Provider, type Type } from '@nestjs/common';
import { AffectedPeople } from './affected-people.js';
import { IncidentMailing } from './incident-mailing.js';
import { IncidentMails } from './incident-mails.js';
import { IncidentPeopleController } from './incident-people.controller.js';
import { IncidentPeople } from './incident-people.js';
import { IncidentPersonRepository } from './incident-person.repository.js';
import { IncidentReport } from './incident-report.js';
import { IncidentRepository } from './incident.repository.js';
import { IncidentsController } from './incidents.controller.js';
import { Incidents } from './incidents.js';
import './incidents.personal-data.js';
import { IncidentsWorker } from './incidents.worker.js';

/** What the module of privacy has of this folder. */
export const incidentsControllers: Type[] = [IncidentsController, IncidentPeopleController];
export const incidentsProviders: Provider[] = [AffectedPeople, IncidentMailing, IncidentMails, IncidentPeople, IncidentPersonRepository, IncidentReport, IncidentRepository, Incidents, IncidentsWorker];
