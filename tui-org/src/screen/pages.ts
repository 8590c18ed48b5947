import { ACCOUNT_PAGE } from './account/account-page.js';
import { INPUTS_PAGE } from './inputs/inputs-page.js';
import type { Page } from './page.js';
import { PROGRAMS_PAGE } from './programs/programs-page.js';
import { PUBLISH_PAGE } from './publish/publish-page.js';
import { RESULTS_PAGE } from './results/results-page.js';
import { TRIAGE_PAGE } from './triage/triage-page.js';

/** The pages that there are. A page whose work is not whole is not here. */
export const PAGES: readonly Page[] = [
  PROGRAMS_PAGE,
  PUBLISH_PAGE,
  INPUTS_PAGE,
  TRIAGE_PAGE,
  RESULTS_PAGE,
  ACCOUNT_PAGE,
];
