import type { DonorSignatureInput } from '@cairn/shared-schema/donor';
import { isRefusal, isTransient, ServerRefusedError, sha256OfFile } from '@cairn/tui-kit';
import type { FinishedFile } from '../server/donor-api.js';
import { workFolder } from '../store/work-folder.js';
import type { FinishedProof, ReservedPiece } from './piece-of-work.js';
import { without } from './prove-step.js';
import { isSignatureRefused, signatureRefused } from './signature-refused.js';
import type { StepResult } from './step-result.js';
import { namesOf, type Workbench } from './workbench.js';

/** Sends the proof. The server knows it by its content, so that sending it twice makes no second one. */
export async function submitProofStep(
  bench: Workbench,
  piece: ReservedPiece & { readonly proof: FinishedProof },
  signal: AbortSignal,
): Promise<StepResult> {
  const { proof: path } = workFolder(bench.dataDir, piece.clientKey);
  const { bytes, sha256 } = piece.proof;
  if ((await sha256OfFile(path)) !== sha256) return { piece: without(bench, piece, 'proof') };
  try {
    const proofId = await submit(bench, piece, { path, bytes, sha256 }, signal);
    bench.emit({ event: 'proof-accepted', proofId, ...namesOf(piece) });
    return { end: 'proven' };
  } catch (error) {
    if (isRefusal(error, 'SUPERSEDED')) return { end: 'superseded' };
    if (isRefusal(error, 'INPUT_GROUP_NOT_FOUND', 'PROGRAM_NOT_FOUND')) return { end: 'cancelled' };
    if (isTransient(error) || !(error instanceof ServerRefusedError)) throw error;
    bench.emit({ event: 'refused', code: error.code, why: whyOf(error), ...namesOf(piece) });
    return { end: 'refused' };
  }
}

type ProvenPiece = ReservedPiece & { readonly proof: FinishedProof };

/** @throws ClientError SERVER_KEY_CHANGED or SIGNATURE_REFUSED, with the proof kept for when that is cleared up */
async function submit(
  bench: Workbench,
  piece: ProvenPiece,
  file: FinishedFile,
  signal: AbortSignal,
): Promise<string> {
  const { credit } = bench;
  const sign = (): DonorSignatureInput | undefined =>
    credit?.sign(piece.reservation.inputGroup.id, file.sha256);
  const donor = sign();
  try {
    return await submitSigned(bench, piece, { file, donor }, signal);
  } catch (error) {
    if (credit === undefined || !isSignatureRefused(error)) throw error;
    // It may have got another key while we worked.
    await credit.meet(signal);
    const anew = sign();
    // The same once more would be refused once more.
    if (anew?.signature === donor?.signature) throw signatureRefused(credit.api.url, error);
    return await submitSigned(bench, piece, { file, donor: anew }, signal).catch((again: unknown) => {
      throw isSignatureRefused(again) ? signatureRefused(credit.api.url, again) : again;
    });
  }
}

async function submitSigned(
  bench: Workbench,
  piece: ProvenPiece,
  { file, donor }: { readonly file: FinishedFile; readonly donor: DonorSignatureInput | undefined },
  signal: AbortSignal,
): Promise<string> {
  const inputGroupId = piece.reservation.inputGroup.id;
  const proof = { inputGroupId, proveSeconds: piece.proof.seconds, ...(donor && { donor }) };
  try {
    return await bench.api.submitProof({ ...proof, token: piece.reservation.token }, file, signal);
  } catch (error) {
    // A valid proof needs no lease.
    if (!isRefusal(error, 'RESERVATION_EXPIRED', 'RESERVATION_NOT_FOUND')) throw error;
    return bench.api.submitProof(proof, file, signal);
  }
}

function whyOf(error: ServerRefusedError): string {
  const { reason } = error.extensions;
  return typeof reason === 'string' ? `${error.message} (${reason})` : error.message;
}
