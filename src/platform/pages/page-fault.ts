export const pageFaults = ['no_address', 'not_https', 'private', 'not_reached', 'too_slow', 'too_many_redirects', 'not_there', 'not_given', 'no_page', 'too_large'] as const;

/** Why a page was not fetched. */
export class PageFault extends Error {
  constructor(readonly fault: (typeof pageFaults)[number]) {
    super(fault);
    this.name = 'PageFault';
  }
}
