import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { WHATEVER_THE_MACHINE } from '../../tui-donor/dist/test/whatever-the-machine.js';
import { DONOR } from '../demo/programs.mjs';
import { eventName, LONGEST } from './plan-kill.mjs';
import { descendantsOf, isStillThere, processesWith } from './processes.mjs';

/** Named to every process of the drill's donors: the prover's own variables are passed on. */
const MARK = 'CAIRN_PROVER_OF_DRILL';

/** How long what a killed donor has started may take to end, in milliseconds. */
const GONE_MS = 10_000;

/**
 * @typedef {object} LifeParts
 * @property {string} url of the relay
 * @property {string} dataDir
 * @property {string[]} flags
 * @property {(line: any) => void} onLine told each event
 */

/** One life of a donor: from its start to its end, or to a kill. */
export class Life {
  /** What it told last. */
  last = 'start';
  #killed = false;
  #errors = '';

  /** @param {LifeParts} parts */
  constructor({ url, dataDir, flags, onLine }) {
    this.mark = `${MARK}=${dataDir}`;
    const args = [DONOR, 'run', '--json', '--server', url, '--data-dir', dataDir, ...flags];
    this.child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_OPTIONS: '', ...WHATEVER_THE_MACHINE, [MARK]: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Only the drill ends it.
      detached: true,
    });
    this.ended = once(this.child, 'close');
    this.child.stderr.setEncoding('utf8').on('data', (text) => {
      this.#errors = (this.#errors + text).slice(-4000);
    });
    createInterface({ input: this.child.stdout }).on('line', (text) => this.#hear(text, onLine));
  }

  /**
   * @param {string} text
   * @param {(line: any) => void} onLine
   */
  #hear(text, onLine) {
    // The last line of a killed process may be half a one.
    const line = parse(text);
    if (line === undefined) return;
    this.last = eventName(line);
    onLine(line);
    this.onEvent(this.last);
  }

  /** @type {(name: string) => void} */
  onEvent = () => {};

  /** What it complained of. */
  get errors() {
    return this.#errors;
  }

  /** Kills it, at most once. What it has started is looked at while it stands still, so that nothing begins meanwhile. */
  kill() {
    if (this.#killed || this.child.exitCode !== null) return;
    this.#killed = true;
    this.child.kill('SIGSTOP');
    this.started = descendantsOf(this.child.pid ?? 0);
    this.child.kill('SIGKILL');
  }

  /**
   * Waits for a kill that was planned, or for its own end.
   * @param {import('./plan-kill.mjs').Plan} plan
   * @param {number} pieceMs
   * @param {import('./relay.mjs').Relay} relay
   */
  async untilKilled(plan, pieceMs, relay) {
    const longest = setTimeout(() => this.kill(), plan.by === 'time' ? plan.ms : LONGEST * pieceMs);
    if (plan.by === 'event') {
      this.onEvent = (name) => {
        if (name === plan.event) setTimeout(() => this.kill(), plan.ms);
      };
    }
    if (plan.by === 'asked')
      relay.onAskedToo = ({ operation }) => operation === plan.operation && this.kill();
    if (plan.by === 'answered')
      relay.onAnsweredToo = ({ operation }) => operation === plan.operation && this.kill();
    await this.ended;
    clearTimeout(longest);
    relay.onAskedToo = relay.onAnsweredToo = undefined;
  }

  /** @returns {Promise<import('./processes.mjs').Process[]>} what it has started and is still there after a while */
  async leftBehind() {
    const deadline = performance.now() + GONE_MS;
    for (;;) {
      const left = [...(this.started ?? []).filter(isStillThere), ...processesWith(this.mark)];
      if (left.length === 0 || performance.now() > deadline) return left;
      await sleep(20);
    }
  }
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
