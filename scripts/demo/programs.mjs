import { join } from 'node:path';
import { repository } from '../lib/repository.mjs';

// The compiled programs of this checkout.
const compiled = (/** @type {string} */ path) => join(repository, path);

export const API = compiled('api/dist/bin.js');
export const DONOR = compiled('tui-donor/dist/bin.js');
export const ORGANIZATION = compiled('tui-org/dist/bin.js');
export const SAMPLE = compiled('cairo-sample/dist/bin.js');
