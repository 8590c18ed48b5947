import { connect, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { ClientError, ExitCode } from '@cairn/tui-kit';
import type { DonorEvent } from '../events/donor-event.js';
import type { DonorStatus } from '../session/donor-status.js';
import { BoundedLines } from './bounded-lines.js';
import { notAnswering, notRunning, otherProtocol, refused } from './control-errors.js';
import { controlSocketPath } from './control-socket-path.js';
import { isOwnFolder } from './own-folder.js';
import {
  type ControlAnswers,
  type ControlError,
  type ControlLine,
  LONGEST_ANSWER,
  PROTOCOL,
} from './protocol.js';

/** How long an answer may take, in milliseconds. */
const PATIENCE_MS = 5000;

type Asked = { readonly resolve: (ok: unknown) => void; readonly reject: (error: Error) => void };

/** A connection to a donor that runs in another process. */
export class ControlClient implements Disposable {
  /** Settled when the connection has ended, whoever ended it. */
  readonly closed: Promise<void>;
  readonly #asked = new Map<string, Asked>();
  readonly #lines = new BoundedLines(LONGEST_ANSWER);
  #onEvent: ((event: DonorEvent, time: string) => void) | undefined;
  #count = 0;

  private constructor(
    private readonly socket: Socket,
    private readonly dataDir: string,
  ) {
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#fail(notAnswering(dataDir)));
    socket.on('data', (chunk) => this.#read(chunk));
  }

  /**
   * Connects to the donor that works in a data folder.
   * @throws ClientError NOT_RUNNING when there is none
   */
  static async connect(dataDir: string): Promise<ControlClient> {
    const path = controlSocketPath(dataDir);
    if (!isOwnFolder(dirname(path))) throw notRunning(dataDir);
    const socket = connect(path);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', (cause) => reject(notRunning(dataDir, cause)));
    });
    return new ControlClient(socket, dataDir);
  }

  /**
   * Asks for something and waits for the answer.
   * @throws ClientError
   */
  async ask<What extends keyof ControlAnswers>(
    what: What,
    more: { readonly seconds?: number; readonly cpus?: number | null } = {},
  ): Promise<ControlAnswers[What]> {
    const id = String(++this.#count);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#asked.set(id, { resolve, reject });
    const timer = setTimeout(() => reject(notAnswering(this.dataDir)), PATIENCE_MS);
    this.socket.write(`${JSON.stringify({ cairn: PROTOCOL, id, do: what, ...more })}\n`);
    try {
      return (await promise) as ControlAnswers[What];
    } finally {
      clearTimeout(timer);
      this.#asked.delete(id);
    }
  }

  /**
   * Hears how it stands now, and then of everything that happens from now on: never the other way around, also where both
   * arrive together.
   * @throws ClientError
   */
  async follow(
    onStatus: (status: DonorStatus) => void,
    onEvent: (event: DonorEvent, time: string) => void,
  ): Promise<void> {
    const early: (() => void)[] = [];
    this.#onEvent = (event, time) => early.push(() => onEvent(event, time));
    onStatus(await this.ask('follow'));
    for (const tell of early) tell();
    this.#onEvent = onEvent;
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }

  #read(chunk: Buffer): void {
    try {
      for (const line of this.#lines.push(chunk)) this.#hear(JSON.parse(line) as ControlLine);
    } catch (cause) {
      this.#fail(cause instanceof ClientError ? cause : garbled(this.dataDir, cause));
      this.socket.destroy();
    }
  }

  #hear(line: ControlLine): void {
    if ('event' in line) this.#onEvent?.(line.event, line.time);
    else if ('ok' in line) this.#asked.get(line.id)?.resolve(line.ok);
    else if ('error' in line) this.#refuse(line.id, line.error);
    else if (line.cairn !== PROTOCOL) throw otherProtocol(line.cairn);
  }

  #refuse(id: string | null, error: ControlError): void {
    if (id === null) this.#fail(refused(error));
    else this.#asked.get(id)?.reject(refused(error));
  }

  #fail(error: Error): void {
    for (const { reject } of this.#asked.values()) reject(error);
  }
}

function garbled(dataDir: string, cause: unknown): ClientError {
  const parts = { code: 'CONTROL_GARBLED', exitCode: ExitCode.internal, cause };
  return new ClientError(`what listens in ${dataDir} does not speak as cairn-donor does`, parts);
}
