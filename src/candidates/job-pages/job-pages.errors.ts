import { AppError } from '../../kernel/index.js';
import { type PageFault } from '../../platform/pages/index.js';

const INSTEAD = 'Copy the text of the advertisement and paste it instead.';

/** What happened, for each reason a page was not fetched. */
const SAYINGS: Readonly<Record<PageFault['fault'], string>> = {
  no_address: 'This is no address of a page. It looks like https://example.com/jobs/17.',
  not_https: 'Only pages whose address begins with https:// are read from here.',
  // The same words whether the host is inside, does not exist or does not answer: else one could feel one's way through our network.
  private: 'This page could not be reached.',
  not_reached: 'This page could not be reached.',
  too_slow: 'This page could not be reached.',
  too_many_redirects: 'This address leads from one page to the next and to no advertisement.',
  not_there: 'There is no page at this address any more.',
  not_given: 'This site does not give the page to us; perhaps one has to sign in there.',
  no_page: 'There is a file at this address, and no page that can be read.',
  too_large: 'This page is larger than 2 MB.',
};

/** `candidates.job_page_…`: see `pageFaults`; what could not be reached is told apart by nothing. */
export function jobPageFault(fault: PageFault['fault']): AppError {
  const code = SAYINGS[fault] === SAYINGS.not_reached ? 'not_reached' : fault;
  return refusal(code, `${SAYINGS[fault]}${fault === 'no_address' ? '' : ` ${INSTEAD}`}`);
}

/** `candidates.job_page_has_no_text`. */
export function jobPageHasNoText(): AppError {
  return refusal('has_no_text', `We found hardly any text on this page; it may be put together by scripts, which we do not run. ${INSTEAD}`);
}

/** `candidates.job_pages_busy`. */
export function jobPagesBusy(): AppError {
  return new AppError('candidates.job_pages_busy', 503, 'Many pages are being read at this moment. Try again in a few seconds.', { retryAfterSeconds: 5 });
}

function refusal(code: string, message: string): AppError {
  return new AppError(`candidates.job_page_${code}`, 422, message, { fields: { address: message } });
}
