import { stripVTControlCharacters } from 'node:util';

/**
 * Reads Cargo's progress bar ("Building [==>  ] 120/514: crate, crate") out of what it writes.
 * @param {(progress: { done: number, total: number, crates: string }) => void} onProgress
 * @param {() => void} [onBlocked] called when Cargo waits for another Cargo
 * @returns {(text: string) => void} takes what Cargo writes, in any pieces
 */
export function cargoProgress(onProgress, onBlocked) {
  let pending = '';
  return (text) => {
    const lines = (pending + text).split(/[\r\n]/);
    // What is longer than any progress bar is none.
    pending = (lines.pop() ?? '').slice(-1000);
    for (const line of lines) {
      if (/Blocking waiting for file lock/.test(line)) onBlocked?.();
      const found = /Building \[[=> ]*\] (\d+)\/(\d+)(?:: (.*))?/.exec(stripVTControlCharacters(line));
      if (found)
        onProgress({ done: Number(found[1]), total: Number(found[2]), crates: found[3]?.trim() ?? '' });
    }
  };
}

/**
 * What Cargo wrote without its progress bar: for people who have to mend something.
 * @param {string} text
 */
export function withoutProgress(text) {
  return stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.slice(line.lastIndexOf('\r') + 1))
    .filter((line) => !/^\s*(Building \[|Compiling |Downloaded |Downloading |$)/.test(line))
    .join('\n');
}
