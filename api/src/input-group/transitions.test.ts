import { InputGroupState } from './input-group-state.js';
import { type InputGroupEvent, nextState, statesAllowing, TRANSITIONS } from './transitions.js';

const STATES = Object.values(InputGroupState);

/** The whole machine, written out a second time: event, then the state after it for each state (- is refused). */
const EXPECTED: Record<InputGroupEvent, string> = {
  //                         AVAILABLE RESERVED EXECUTED PROVEN CONFIRMED FAILED
  RESERVE_EXECUTE: '           RESERVED -        -        -         -      -',
  RESERVE_EXECUTE_AND_PROVE: ' RESERVED -        -        -         -      -',
  RESERVE_PROVE: '             -        -        RESERVED -         -      -',
  SUBMIT_EXECUTION: '          -        EXECUTED -        -         -      -',
  CHECKPOINT: '                -        RESERVED -        -         -      -',
  RENEW: '                     -        RESERVED -        -         -      -',
  RELEASE: '                   -        IDLE     -        -         -      -',
  EXPIRE: '                    -        IDLE     -        -         -      -',
  REPORT_FAILURE: '            -        IDLE     -        -         -      -',
  GIVE_UP: '                   -        FAILED   -        -         -      -',
  QUARANTINE: '                -        IDLE     -        -         -      -',
  DISCARD: '                   -        AVAILABLE -       -         -      -',
  REMAKE: '                    -        AVAILABLE -       -         -      -',
  REFUSE_EXECUTION: '          -        RESERVED AVAILABLE -       -         FAILED',
  DROP_EXECUTION: '            -        -        AVAILABLE PROVEN   -      FAILED',
  SUBMIT_PROOF: '              PROVEN   PROVEN   PROVEN   -         -      PROVEN',
  CONFIRM: '                   -        -        -        CONFIRMED -      -',
  REJECT: '                    -        -        -        IDLE      -      -',
  RETRY: '                     -        -        -        -         -      IDLE',
};

const ROWS = Object.entries(EXPECTED).flatMap(([event, line]) =>
  line
    .trim()
    .split(/\s+/)
    .map((target, index) => ({ event: event as InputGroupEvent, state: STATES[index], target })),
);

it('names every event and every state', () => {
  expect(Object.keys(EXPECTED)).toEqual(Object.keys(TRANSITIONS));
  expect(ROWS).toHaveLength(Object.keys(TRANSITIONS).length * STATES.length);
});

describe.each([false, true])('with executed = %s', (executed) => {
  it.each(ROWS)('$event in $state → $target', ({ event, state, target }) => {
    if (state === undefined) throw new Error('unknown state');
    if (target === '-') {
      expect(() => nextState(event, { state, executed })).toThrow(
        expect.objectContaining({
          code: 'INVALID_STATE',
          details: expect.objectContaining({ found: state }),
        }),
      );
      expect(statesAllowing(event)).not.toContain(state);
    } else {
      const expected = target === 'IDLE' ? (executed ? 'EXECUTED' : 'AVAILABLE') : target;
      expect(nextState(event, { state, executed })).toBe(expected);
      expect(statesAllowing(event)).toContain(state);
    }
  });
});
