/** Ends this process as Ctrl-C does outside of raw mode: who listens to the signal ends the work first. */
export function interrupt(): void {
  process.kill(process.pid, 'SIGINT');
}
