import { type QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from './guards.js';
import { PublicLayout } from './layouts/public-layout.js';
import { Shell } from './layouts/shell.js';
import { paths } from './paths.js';
import { ErrorPage } from './routes/error-page.js';
import { NotFoundPage } from './routes/not-found-page.js';
import { PendingPage } from './routes/pending-page.js';

interface RouterContext {
  queryClient: QueryClient;
}

const onlyNext = (search: Record<string, unknown>): { next?: string } => (typeof search.next === 'string' ? { next: search.next } : {});

/** The room's place: a question counted from 1, or the page that asks before submitting. */
const onlyQuestion = ({ question }: Record<string, unknown>): { question?: number | 'review' } => {
  if (question === 'review') return { question };
  return typeof question === 'number' && Number.isInteger(question) && question > 0 ? { question } : {};
};

const root = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  notFoundComponent: () => <PublicLayout><NotFoundPage /></PublicLayout>,
});
const open = createRoute({ getParentRoute: () => root, id: 'public', component: PublicLayout });
const candidate = createRoute({
  getParentRoute: () => root,
  id: 'candidate',
  beforeLoad: async (arrival) => void (await signedIn(arrival)),
  errorComponent: (props) => <PublicLayout><ErrorPage {...props} /></PublicLayout>,
  component: lazyRouteComponent(() => import('./layouts/candidate-layout.js'), 'CandidateLayout'),
});
const operator = createRoute({
  getParentRoute: () => root,
  id: 'operator',
  beforeLoad: async (arrival) => void (await signedIn(arrival)),
  errorComponent: (props) => <PublicLayout><ErrorPage {...props} /></PublicLayout>,
  component: lazyRouteComponent(() => import('./layouts/operator-layout.js'), 'OperatorLayout'),
});

const openRoutes = [
  createRoute({ getParentRoute: () => open, path: paths.welcome, component: lazyRouteComponent(() => import('./routes/welcome-page.js'), 'WelcomePage') }),
  createRoute({ getParentRoute: () => open, path: paths.signUp, validateSearch: onlyNext, component: lazyRouteComponent(() => import('./routes/sign-up-page.js'), 'SignUpPage') }),
  createRoute({ getParentRoute: () => open, path: paths.signIn, validateSearch: onlyNext, component: lazyRouteComponent(() => import('./routes/sign-in-page.js'), 'SignInPage') }),
  createRoute({ getParentRoute: () => open, path: paths.checkYourMail, component: lazyRouteComponent(() => import('./routes/check-your-mail-page.js'), 'CheckYourMailPage') }),
  createRoute({ getParentRoute: () => open, path: paths.verifyEmail, component: lazyRouteComponent(() => import('./routes/verify-email-page.js'), 'VerifyEmailPage') }),
  createRoute({ getParentRoute: () => open, path: paths.operatorClaim, component: lazyRouteComponent(() => import('./routes/operator-claim-page.js'), 'OperatorClaimPage') }),
  createRoute({ getParentRoute: () => open, path: paths.inbox, component: lazyRouteComponent(() => import('./routes/inbox-page.js'), 'InboxPage') }),
  createRoute({ getParentRoute: () => open, path: paths.inboxMail, component: lazyRouteComponent(() => import('./routes/inbox-mail-page.js'), 'InboxMailPage') }),
  createRoute({ getParentRoute: () => open, path: paths.retention, component: lazyRouteComponent(() => import('./routes/retention-page.js'), 'RetentionPage') }),
] as const;

const candidateRoutes = [
  createRoute({ getParentRoute: () => candidate, path: paths.practice, component: lazyRouteComponent(() => import('./routes/practice-page.js'), 'PracticePage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.setUp, component: lazyRouteComponent(() => import('./routes/set-up-page.js'), 'SetUpPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.room, validateSearch: onlyQuestion, component: lazyRouteComponent(() => import('./routes/room-page.js'), 'RoomPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.report, component: lazyRouteComponent(() => import('./routes/report-page.js'), 'ReportPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.settings, component: lazyRouteComponent(() => import('./routes/settings-page.js'), 'SettingsPage') }),
] as const;

const operatorRoutes = [
  createRoute({ getParentRoute: () => operator, path: paths.operator, component: lazyRouteComponent(() => import('./routes/operator-page.js'), 'OperatorPage') }),
] as const;

const routeTree = root.addChildren([
  open.addChildren(openRoutes), candidate.addChildren(candidateRoutes), operator.addChildren(operatorRoutes),
]);

export const createAppRouter = (queryClient: QueryClient) => createRouter({
  routeTree,
  context: { queryClient },
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: PendingPage,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
});

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }

  interface HistoryState {
    /** Where a mail went: in the history and not in the address, so that it reaches no log. */
    email?: string;
    /** The address was confirmed a moment ago. */
    confirmed?: true;
  }
}
