import { randomUUID } from 'node:crypto';
import type { ServerContext } from '../context/operation-context.js';
import { requireLive } from '../reservation/not-live.js';
import { Reservation } from '../reservation/reservation.entity.js';
import { ResumableUpload } from './resumable-upload.entity.js';
import { beingWritten, uploadNotFound } from './upload-errors.js';
import { keptUntil } from './upload-times.js';

/** A writer that says nothing for so long has died. */
const SILENCE_MS = 15_000;
const SAY_EVERY_MS = 5_000;

/**
 * The right of one request to append to an upload, or to hand it in, among all processes. It holds as long as the request says so; a process
 * that dies loses it by its silence. Should a writer be stopped for so long and go on, two may write for a moment: each
 * piece is whole, what follows without a gap counts, and the hash of the whole decides.
 */
export class Writer {
  readonly #id = randomUUID();
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly server: ServerContext,
    private readonly upload: ResumableUpload,
  ) {}

  /** @throws DomainError SERVER_BUSY (423) while another request has it, UPLOAD_NOT_FOUND */
  static async take(server: ServerContext, upload: ResumableUpload): Promise<Writer> {
    const writer = new Writer(server, upload);
    await writer.#take();
    writer.#timer = setInterval(() => void writer.say().catch(() => {}), SAY_EVERY_MS);
    writer.#timer.unref();
    return writer;
  }

  /**
   * Says that the writer goes on, after each piece: the upload is kept for another while.
   * @throws DomainError when another has the upload by now, it is gone, or it is an execution whose lease has ended
   */
  async piece(): Promise<void> {
    const now = await this.#now();
    await this.say(keptUntil(this.upload.createdAt, now));
    if (this.upload.kind === 'EXECUTION')
      requireLive(await this.#em().findOneOrFail(Reservation, this.upload.reservation.id), now);
  }

  /** Says that the writer is still there. */
  async say(expiresAt?: Date): Promise<void> {
    const writerUntil = new Date((await this.#now()).getTime() + SILENCE_MS);
    const mine = { id: this.upload.id, writer: this.#id };
    const changed = { writerUntil, ...(expiresAt && { expiresAt }) };
    if ((await this.#em().nativeUpdate(ResumableUpload, mine, changed)) !== 1) throw await this.#whyNot();
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    const mine = { id: this.upload.id, writer: this.#id };
    await this.#em().nativeUpdate(ResumableUpload, mine, { writer: null, writerUntil: null });
  }

  async #take(): Promise<void> {
    const now = await this.#now();
    const taken = await this.#em().nativeUpdate(
      ResumableUpload,
      {
        id: this.upload.id,
        expiresAt: { $gt: now },
        $or: [{ writer: null }, { writerUntil: { $lte: now } }],
      },
      { writer: this.#id, writerUntil: new Date(now.getTime() + SILENCE_MS) },
    );
    if (taken !== 1) throw await this.#whyNot();
  }

  async #whyNot(): Promise<Error> {
    const now = await this.#now();
    const found = await this.#em().findOne(ResumableUpload, this.upload.id);
    if (found === null || found.expiresAt <= now) return uploadNotFound();
    return beingWritten((found.writerUntil ?? now).getTime() - now.getTime());
  }

  #em() {
    return this.server.database.em.fork();
  }

  #now(): Promise<Date> {
    return this.server.clock.now(this.#em());
  }
}
