import { ClientError, ExitCode } from '@cairn/tui-kit';
import { type ControlError, PROTOCOL } from './protocol.js';

/** No donor works in the data folder. */
export function notRunning(dataDir: string, cause?: unknown): ClientError {
  return new ClientError(`no cairn-donor is running in ${dataDir}`, {
    code: 'NOT_RUNNING',
    exitCode: ExitCode.notSo,
    expected: 'a donor at work there',
    help: 'start one with `cairn-donor run`, or name the folder of another with --data-dir DIR',
    cause,
  });
}

/** It is there, and says nothing. */
export function notAnswering(dataDir: string): ClientError {
  return new ClientError(`the cairn-donor in ${dataDir} does not answer`, {
    code: 'NOT_ANSWERING',
    exitCode: ExitCode.unavailable,
    help: 'try again; if it stays so, end that process and start it anew: it keeps its place',
  });
}

/** It is of a version that we do not understand. */
export function otherProtocol(version: number): ClientError {
  return new ClientError(
    `the running cairn-donor speaks version ${version} of the protocol, and this one ${PROTOCOL}`,
    {
      code: 'OTHER_PROTOCOL',
      help: 'use the cairn-donor that was started, or start it anew',
    },
  );
}

/** It understood, and said no. */
export function refused({ code, message, expected, help }: ControlError): ClientError {
  return new ClientError(message, { code, expected, help });
}
