/**
 * Says what a new cap of the moment means.
 * @param threads of the proof under way, which it keeps; undefined where nothing is computed
 */
export function capNotice(cpus: number, threads: number | undefined): string {
  const now = `At most ${cpus} CPUs from now on`;
  if (threads === undefined || cpus <= threads) return now;
  return `${now}; what runs has ${threads} ${threads === 1 ? 'thread' : 'threads'}, the next proof has more`;
}
