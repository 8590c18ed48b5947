// Stands in for a donor that is killed: starts a process, guards it, stops it, says its id and waits.
import { spawn } from 'node:child_process';
import { guard } from '../src/governor/guardian.ts';

const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
guard({ pid: child.pid, stop: () => true, continue: () => true });
process.kill(child.pid, 'SIGSTOP');
console.log(child.pid);
setInterval(() => {}, 1000);
