import { fakeProver } from './fake-prover.js';

/** What `fakeWorker` gives its script to speak with: `say` an event of the job, `answer` with exit code and JSON. */
const prelude = `
ready() { echo '{"event":"ready","version":"0","threads":1}'; }
say() { printf '{"job":"%s",%s}\\n' "$job" "$1"; }
answer() { say '"event":"answer","exitCode":'"$1"',"answer":'"$2"; }
refuse() { say '"event":"answer","exitCode":'"$1"',"error":{"code":"'"$2"'","message":"m","help":"h"}'; }
phase() { say '"event":"phase","phase":"'"$1"'","seconds":0'; }
next() { IFS= read -r line || exit 0; rest=\${line#*'"job":"'}; job=\${rest%%'"'*}; }
begun() { test "$(wc -l < "$0.starts")" -eq "$1"; }
starts() { echo x >> "$0.starts"; begun "$1"; }
`;

/**
 * A worker that does what a script says, for what the real one cannot be made to do. `next` reads a line into `$line`
 * and its job into `$job`; `starts 1` counts the starts, and tells whether this is the first, `begun 2` whether it is
 * the second.
 */
export function fakeWorker(script: string) {
  return fakeProver(`${prelude}\n${script}`);
}

/** One that answers every job with its line. */
export const echoing = 'ready; while :; do next; phase load; answer 0 "$line"; done';
