import { BETWEEN, CLEAR, OFF, type Rule } from './rule.js';

/** °C that it must cool down by before the work goes on. */
const COOLED_DOWN = 5;

/** The processor is too hot. */
export const temperatureRule: Rule = {
  code: 'TEMPERATURE',
  pauseAfter: 2,
  resumeAfter: 30,
  judge({ settings: { maxTemperature: most }, sample: { temperature, throttled } }) {
    if (most === null) return OFF;
    if (temperature === undefined) {
      return throttled === true
        ? { level: 'over', why: 'the system slows the processor down because of its heat' }
        : CLEAR;
    }
    if (temperature > most) {
      return { level: 'over', why: `the processor has ${Math.round(temperature)} °C (more than ${most} °C)` };
    }
    return temperature > most - COOLED_DOWN ? BETWEEN : CLEAR;
  },
};
