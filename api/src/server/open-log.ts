import type { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { LogLevel } from '../config/environment.js';

/** The server's log on standard error: lines to read on a terminal, JSON for everything else. */
export function openLog(level: LogLevel, isTerminal: boolean): Logger {
  return isTerminal ? readableLog(level) : pino({ level }, pino.destination({ dest: 2, sync: true }));
}

/** A log for people: time, level, message, and what belongs to it on the same line. */
export function readableLog(level: LogLevel, destination: number | Writable = 2): Logger {
  const colorize = destination === 2 && !process.env.NO_COLOR;
  const options = { colorize, destination, singleLine: true, ignore: 'pid,hostname', sync: true };
  return pino({ level }, pretty({ ...options, translateTime: 'SYS:HH:MM:ss' }));
}
