import { jest } from '@jest/globals';
import { TimeLimit } from './time-limit.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function limitOf(seconds: number) {
  const ended = jest.fn();
  return { ended, limit: new TimeLimit(seconds, ended) };
}

test('calls once the time is used up', () => {
  const { ended, limit } = limitOf(2);
  limit.run();
  jest.advanceTimersByTime(1900);
  expect(ended).not.toHaveBeenCalled();
  jest.advanceTimersByTime(200);
  expect(ended).toHaveBeenCalledTimes(1);
});

test('does not count the time in which it stood still', () => {
  const { ended, limit } = limitOf(2);
  limit.run();
  jest.advanceTimersByTime(1000);
  limit.pause();
  jest.advanceTimersByTime(100_000);
  limit.run();
  limit.run();
  jest.advanceTimersByTime(900);
  expect(ended).not.toHaveBeenCalled();
  jest.advanceTimersByTime(200);
  expect(ended).toHaveBeenCalledTimes(1);
});

test('holds for longer than one timer can', () => {
  const days = 30 * 86_400;
  const { ended, limit } = limitOf(days);
  limit.run();
  jest.advanceTimersByTime((days - 1) * 1000);
  expect(ended).not.toHaveBeenCalled();
  jest.advanceTimersByTime(2000);
  expect(ended).toHaveBeenCalledTimes(1);
});
