import type { Page } from './page.js';
import { PROGRAMS_PAGE } from './programs/programs-page.js';
import { TRIAGE_PAGE } from './triage/triage-page.js';

/** The pages that there are. A page whose work is not whole is not here. */
export const PAGES: readonly Page[] = [PROGRAMS_PAGE, TRIAGE_PAGE];
