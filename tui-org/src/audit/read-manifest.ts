import { keyIdOfPublic } from '@cairn/shared-schema';
import type { z } from 'zod';
import { PATHS } from '../bundle/entry-kind.js';
import { type Manifest, type ManifestSignature, manifest, manifestSignature } from '../bundle/manifest.js';
import { isManifestSigned } from '../bundle/manifest-signature.js';
import { OtherFormError, parseEntry } from '../bundle/parse-entry.js';
import type { BundleReader, FoundEntry } from './bundle-reader.js';
import { AuditEnd, type Findings } from './finding.js';

/** What a bundle says of itself, and who has signed it. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly signer: string;
}

/**
 * Reads the manifest and judges its signature. An unknown field, or another spelling of the same, is refused: what readers
 * could understand in two ways is not signed twice.
 * @throws AuditEnd MANIFEST_INVALID, or ENTRY_MISSING without one
 */
export async function readManifest(
  reader: BundleReader,
  entries: ReadonlyMap<string, FoundEntry>,
  expectedKey: string | undefined,
  findings: Findings,
): Promise<ReadManifest> {
  const text = await textOf(reader, entries, PATHS.manifest);
  const found = parse(text, manifest, PATHS.manifest);
  checkPlan(found);
  const signed = parse(await textOf(reader, entries, PATHS.signature), manifestSignature, PATHS.signature);
  judge(text, signed, expectedKey, findings);
  return { manifest: found, signer: signed.publicKey };
}

async function textOf(
  reader: BundleReader,
  entries: ReadonlyMap<string, FoundEntry>,
  path: string,
): Promise<Buffer> {
  const entry = entries.get(path);
  if (entry !== undefined) return reader.bytesOf(entry);
  throw new AuditEnd(
    'ENTRY_MISSING',
    `an entry is missing: ${path}, without which nothing can be judged`,
    path,
  );
}

function parse<T>(bytes: Buffer, shape: z.ZodType<T>, path: string): T {
  try {
    return parseEntry(bytes.toString('utf8'), shape);
  } catch (error) {
    if (error instanceof OtherFormError) throw invalid(path, error.message);
    throw error;
  }
}

/** The files that a manifest names must be those that a bundle has. */
function checkPlan({ files, program, proofs, reducer }: Manifest): void {
  const paths = new Map(files.map((file) => [file.path, file]));
  if (paths.size !== files.length) throw invalid(PATHS.manifest, 'it names an entry twice');
  const required = [PATHS.executable, PATHS.results, ...(proofs ? [] : [PATHS.receipts])];
  const missing = required.find((path) => !paths.has(path));
  if (missing !== undefined) throw invalid(PATHS.manifest, `it does not name ${missing}`);
  if (paths.get(PATHS.executable)?.sha256 !== program.executableSha256)
    throw invalid(PATHS.manifest, 'it gives two hashes for the executable');
  if (paths.get(PATHS.reducer)?.sha256 !== reducer?.sha256)
    throw invalid(PATHS.manifest, 'it gives two hashes for the reducer');
  const misnamed = files.find(({ path, sha256 }) => path.includes('/') && !path.includes(sha256));
  if (misnamed !== undefined) throw invalid(PATHS.manifest, `${misnamed.path} is not named by its hash`);
}

function invalid(path: string, why: string): AuditEnd {
  return new AuditEnd('MANIFEST_INVALID', `${path} is not what a bundle has there: ${why}`, path);
}

function judge(
  text: Buffer,
  signed: ManifestSignature,
  expectedKey: string | undefined,
  findings: Findings,
): void {
  const { publicKey } = signed;
  if (!isManifestSigned(text, signed)) {
    findings.add(
      'MANIFEST_REWRITTEN',
      `the manifest was rewritten after it was signed: the signature of the key ${keyIdOfPublic(publicKey)} is for another one`,
      PATHS.manifest,
    );
  }
  if (expectedKey !== undefined && expectedKey !== publicKey) {
    findings.add(
      'OTHER_KEY',
      `it is signed by another key: by ${publicKey} (${keyIdOfPublic(publicKey)}), expected ${expectedKey} (${keyIdOfPublic(expectedKey)})`,
      PATHS.signature,
    );
  }
}
