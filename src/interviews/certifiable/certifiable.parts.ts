import { type Provider, type Type } from '@nestjs/common';
import { CertifiableInterviews } from './certifiable-interviews.js';
import { CertificateMaterial } from './certificate-material.js';
import { Clips } from './clips.js';
import { CopyReading } from './copy-reading.js';
import { LikeAnswers } from './like-answers.repository.js';
import { NearCopies } from './near-copies.js';
import './shown-outlines.personal-data.js';
import { ShownOutlines } from './shown-outlines.repository.js';
import { Standings } from './standings.js';
import { StandingsController } from './standings.controller.js';

/** What the module of interviews has of this folder. */
export const certifiableControllers: Type[] = [StandingsController];
export const certifiableProviders: Provider[] = [CertifiableInterviews, CertificateMaterial, Clips, CopyReading, LikeAnswers, NearCopies, ShownOutlines, Standings];
