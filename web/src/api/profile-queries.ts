import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';

export const levelIds = ['junior', 'mid', 'senior', 'lead'] as const;
export const remoteWishes = ['onsite', 'hybrid', 'remote', 'any'] as const;
export const availabilities = ['now', 'month', 'quarter', 'looking_later'] as const;

/** What somebody says of themself, as it is sent: skills by name, the role by title. */
export interface ProfileWish {
  headline: string;
  roleTitle: string;
  levelId: (typeof levelIds)[number] | null;
  skills: string[];
  place: string;
  country: string | null;
  remote: (typeof remoteWishes)[number] | null;
  languages: string[];
  availability: (typeof availabilities)[number] | null;
}

export interface NamedSkill {
  id: string | null;
  name: string;
}

export interface MyProfile {
  profile: (Omit<ProfileWish, 'skills'> & { roleId: string | null; skills: NamedSkill[]; updatedAt: string }) | null;
  fromResume: { roleTitle: string; skills: NamedSkill[]; languages: string[] } | null;
}

export const myProfileQuery = queryOptions({
  queryKey: ['candidate-profile'],
  queryFn: ({ signal }) => call<MyProfile>('GET', '/api/candidate-profile', { signal }),
});

export const skillsQuery = (like: string) => queryOptions({
  queryKey: ['skills', like],
  queryFn: async ({ signal }) => (await call<{ skills: NamedSkill[] }>('GET', `/api/skills?like=${encodeURIComponent(like)}`, { signal })).skills,
  placeholderData: keepPreviousData,
});

export const saveProfile = (body: ProfileWish) => call<MyProfile>('PUT', '/api/candidate-profile', { body });
