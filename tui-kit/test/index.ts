export { type AnsweringServer, answeringServer } from './answering-server.js';
export { captureOutput } from './capture-output.js';
export { type RunningApi, type StartApiOptions, startApi } from './start-api.js';
export { temporaryFolder } from './temporary-folder.js';
export { waitForLine } from './wait-for-line.js';
export { waitUntil } from './wait-until.js';
