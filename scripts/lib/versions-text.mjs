/**
 * The versions of what was used, to be read by people.
 * @param {Record<string, string>} versions by name
 */
export function versionsText(versions) {
  return Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}
