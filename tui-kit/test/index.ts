export { type RunningApi, type StartApiOptions, startApi } from './start-api.js';
