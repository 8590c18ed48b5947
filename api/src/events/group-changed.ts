import { ANYWHERE, type Events } from './events.js';

/** Tells who follows this input group. Call it once the change is committed. */
export function groupChanged(events: Events, id: string): void {
  events.changed('inputGroup', id);
}

/** The same of a group that is free now, as far as is known: donors that wait for work hear of it too. */
export function groupFreed(events: Events, id: string): void {
  groupChanged(events, id);
  workCameFree(events);
}

/** Tells donors that wait for work to look again. */
export function workCameFree(events: Events): void {
  events.changed('work', ANYWHERE);
}
