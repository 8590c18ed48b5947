/** A file name that no system takes for a path or a command: letters, digits, dot, dash, underscore. */
function safeFileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/gu, '_')
    .replace(/^[._-]+/u, '')
    .slice(-100);
  return plain === '' ? 'file' : plain;
}

/** Headers of every download: nothing is kept, nothing is shown in place, nothing is guessed. */
export function downloadHeaders(filename: string, contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-disposition': `attachment; filename="${safeFileName(filename)}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  };
}
