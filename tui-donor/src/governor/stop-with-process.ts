/** What can be made to stand still. */
export interface Standing {
  standStill(): void;
  goOn(): void;
}

/**
 * Lets the work stand still while this process is stopped by Ctrl-Z (SIGTSTP), and go on with it. A prover leads a process
 * group of its own, which the terminal's signal does not reach: it would go on with nobody to hold it to its limits.
 * @returns what ends that
 */
export function stopWithProcess(work: Standing): () => void {
  const onStop = (): void => {
    work.standStill();
    process.kill(process.pid, 'SIGSTOP');
  };
  const onContinue = (): void => work.goOn();
  process.on('SIGTSTP', onStop);
  process.on('SIGCONT', onContinue);
  return () => {
    process.off('SIGTSTP', onStop);
    process.off('SIGCONT', onContinue);
  };
}
