import { Link } from '@tanstack/react-router';
import { DeletionsDue } from '../../features/deletions/deletions-due.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

export const DeletionsPage = () => (
  <>
    <PageHeading title="Requests to delete" above={<Link to={paths.hiring}>Figures</Link>} lead="People who had their interview deleted, and whether everybody who had a copy says that it is gone.">Requests to delete</PageHeading>
    <DeletionsDue />
  </>
);
