import { Link } from '@tanstack/react-router';
import { NoteList } from '../../features/notifications/note-list.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

export const NotesPage = () => (
  <>
    <PageHeading title="Notes" lead={<>What happened here that concerns you. <Link to={paths.mailPreferences}>Choose which of it comes by mail, too.</Link></>}>Your notes</PageHeading>
    <NoteList />
  </>
);
