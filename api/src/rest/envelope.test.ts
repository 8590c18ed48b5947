import { DomainError } from '@cairn/shared-schema';
import Fastify from 'fastify';
import { sendEnvelopeError, toDomainError } from './envelope.js';

describe('an error', () => {
  async function answerTo(error: unknown) {
    const app = Fastify({ forceCloseConnections: true });
    app.setErrorHandler(sendEnvelopeError);
    app.get('/', (_request, reply) => {
      reply.headers({ 'content-disposition': 'attachment', 'content-length': 5 });
      throw error;
    });
    const answer = await app.inject('/');
    await app.close();
    return answer;
  }

  it('is sent in the envelope, with its status and what to do', async () => {
    const answer = await answerTo(
      new DomainError('SERVER_BUSY', 'Full.', { help: 'Wait.', details: { retryAfterSeconds: 7 } }),
    );
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({
      status: 'error',
      error_code: 'SERVER_BUSY',
      error_message: 'Full. Wait.',
    });
    expect(answer.headers).toMatchObject({ 'retry-after': '7', 'cache-control': 'no-store' });
    expect(answer.headers).not.toHaveProperty('content-disposition');
  });

  it.each([new Error('secret path /root'), 'a text', undefined, null])(
    'that is a defect is masked: %j',
    async (thrown) => {
      const shown = toDomainError(thrown);
      expect(shown.code).toBe('INTERNAL_SERVER_ERROR');
      expect(shown.fullMessage).not.toContain('secret');
    },
  );

  it('of the server framework keeps its kind', () => {
    expect(toDomainError(Object.assign(new Error('x'), { statusCode: 413 })).code).toBe('FILE_TOO_LARGE');
    expect(toDomainError(Object.assign(new Error('x'), { statusCode: 415 })).code).toBe('INVALID_REQUEST');
    expect(toDomainError(Object.assign(new Error('x'), { statusCode: 503 })).code).toBe(
      'INTERNAL_SERVER_ERROR',
    );
  });
});
