/** Where the focus goes when the thing that held it is gone from the page: to the heading, from where one reads on. */
export const focusHeading = (): void => document.querySelector('h1')?.focus({ preventScroll: true });
