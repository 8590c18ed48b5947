/** @type {Record<string, (event: any) => string>} */
const WORDS = {
  resumed: ({ inputGroup, have }) => `goes on with ${inputGroup}; what it has of it: ${have}`,
  reserved: ({ inputGroup, kind }) => `reserved ${inputGroup} (${kind})`,
  executed: ({ inputGroup, steps, seconds }) =>
    `executed ${inputGroup}: ${steps.toLocaleString('en')} steps in ${seconds.toFixed(1)} s`,
  'execution-accepted': ({ inputGroup, final }) =>
    final ? `handed over the execution of ${inputGroup} for another donor to prove` : '',
  phase: ({ inputGroup, command, phase }) =>
    command === 'prove' && phase === 'prove' ? `proves ${inputGroup} …` : '',
  proved: ({ inputGroup, seconds, bytes, peakMemory }) =>
    `proved ${inputGroup} in ${seconds.toFixed(1)} s with ${gib(peakMemory)} GiB; the proof has ${mib(bytes)} MiB`,
  'proof-accepted': ({ inputGroup }) => `${inputGroup}: the server verified the proof and took it`,
  failed: ({ inputGroup, code, message }) => `gave up ${inputGroup} (${code}): ${message}`,
  declined: ({ inputGroup, why }) => `gave back ${inputGroup}: ${why}`,
  refused: ({ inputGroup, code, why }) => `${inputGroup} was refused (${code}): ${why}`,
  'lease-lost': ({ inputGroup, why }) => `the lease on ${inputGroup} ended: ${why}`,
  retrying: ({ what, why }) => `could not ${what} (${why}); tries again`,
  stopped: ({ proofs, executions, why }) => `stopped (${why}): ${proofs} proofs, ${executions} executions`,
};

/** What a donor's event says, or nothing for those that the demo leaves out. @param {any} event */
export function describe(event) {
  return WORDS[event.event]?.(event) ?? '';
}

/** @param {number} bytes */
export function mib(bytes) {
  return (bytes / 2 ** 20).toFixed(2);
}

/** @param {number} bytes */
function gib(bytes) {
  return (bytes / 2 ** 30).toFixed(1);
}
