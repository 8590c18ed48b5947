import type { Binding, Command } from './command.js';
import type { Stroke } from './stroke.js';

/** Keys of one part of the screen: the screen as a whole, a page, a list in it, a dialog above it. */
export interface Layer {
  /** What lies below gets no keys, and is not in the footer. */
  readonly modal?: boolean;
  readonly bindings: readonly Binding[];
  /** Hears every key before the bindings do, for typing. @returns whether it took the key */
  readonly capture?: (stroke: Stroke) => boolean;
}

interface PlacedLayer {
  readonly id: symbol;
  readonly order: number;
  readonly layer: Layer;
}

/** Who gets the keys: the uppermost layer that has a use for one. */
export class KeyLayers {
  #layers: readonly PlacedLayer[] = [];
  #commands: readonly Command[] = [];
  readonly #listeners = new Set<() => void>();

  /**
   * Puts a layer on, or renews it where it lies.
   * @param order the higher, the nearer to the keys
   */
  put(id: symbol, order: number, layer: Layer): void {
    const others = this.#layers.filter((entry) => entry.id !== id);
    this.#change([...others, { id, order, layer }].toSorted((one, other) => other.order - one.order));
  }

  remove(id: symbol): void {
    this.#change(this.#layers.filter((entry) => entry.id !== id));
  }

  /** Gives a key to whoever has a use for it. @returns whether somebody had */
  press(stroke: Stroke): boolean {
    for (const { layer } of this.#reachable()) {
      if (layer.capture?.(stroke) === true) return true;
      const binding = layer.bindings.find(({ command }) => command.keys.includes(stroke.name));
      if (binding === undefined) continue;
      binding.run(stroke);
      return true;
    }
    return false;
  }

  /** Does what a command does here and now, wherever its layer lies. */
  run(command: Command): void {
    const all = this.#layers.flatMap(({ layer }) => layer.bindings);
    all.find((binding) => binding.command === command)?.run({ name: command.keys[0] ?? '' });
  }

  /** What can be done now, the nearest first; the same array until it changes. */
  readonly commands = (): readonly Command[] => this.#commands;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #reachable(): readonly PlacedLayer[] {
    const modal = this.#layers.findIndex(({ layer }) => layer.modal === true);
    return modal < 0 ? this.#layers : this.#layers.slice(0, modal + 1);
  }

  #change(layers: readonly PlacedLayer[]): void {
    this.#layers = layers;
    const commands = unhidden(this.#reachable().flatMap(({ layer }) => layer.bindings));
    const isSame =
      commands.length === this.#commands.length &&
      commands.every((command, at) => command === this.#commands[at]);
    if (isSame) return;
    this.#commands = commands;
    for (const listener of this.#listeners) listener();
  }
}

/** Leaves out commands all of whose keys do something else nearer by. */
function unhidden(bindings: readonly Binding[]): Command[] {
  const taken = new Set<string>();
  return bindings.flatMap(({ command }) => {
    const isFree = command.keys.some((key) => !taken.has(key));
    for (const key of command.keys) taken.add(key);
    return isFree ? [command] : [];
  });
}
