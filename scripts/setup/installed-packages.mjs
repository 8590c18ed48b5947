import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const fields = /** @type {const} */ (['version', 'resolved', 'integrity', 'link']);
const dependencyKinds = ['dependencies', 'devDependencies', 'optionalDependencies'];

/**
 * Whether `node_modules` holds exactly what `package-lock.json` names, and the lock fits every `package.json`.
 * npm writes down what it installed as the last thing of an installation: one that was cut short never counts.
 * @param {string} root
 */
export async function isInstalled(root) {
  const lock = await packagesOf(join(root, 'package-lock.json'));
  const installed = await packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (lock === undefined || installed === undefined) return false;
  return sameFolders(lock, installed) && samePackages(lock, installed) && (await fitsManifests(root, lock));
}

/**
 * @param {Record<string, any>} lock
 * @param {Record<string, any>} installed
 */
function sameFolders(lock, installed) {
  return Object.keys(installed).every((path) => path in lock);
}

/**
 * Packages for other platforms are in the lock and not installed; those are optional.
 * @param {Record<string, any>} lock
 * @param {Record<string, any>} installed
 */
function samePackages(lock, installed) {
  return Object.entries(lock).every(([path, wanted]) => {
    if (path === '') return true;
    const there = installed[path];
    if (there === undefined) return wanted.optional === true;
    return fields.every((field) => there[field] === wanted[field]);
  });
}

/**
 * @param {string} root
 * @param {Record<string, any>} lock
 */
async function fitsManifests(root, lock) {
  const folders = Object.keys(lock).filter((path) => !path.includes('node_modules'));
  const checks = folders.map(async (folder) => {
    const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    return dependencyKinds.every((kind) => sameEntries(manifest[kind] ?? {}, lock[folder][kind] ?? {}));
  });
  return (await Promise.all(checks)).every(Boolean);
}

/**
 * @param {Record<string, string>} a
 * @param {Record<string, string>} b
 */
function sameEntries(a, b) {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/**
 * @param {string} path
 * @returns {Promise<Record<string, any> | undefined>}
 */
async function packagesOf(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8')).packages;
  } catch {
    return undefined; // not there, or cut short: to be installed
  }
}
