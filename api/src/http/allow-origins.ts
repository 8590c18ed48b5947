import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

const HOUR_SECONDS = 3600;

/** Lets pages of these origins call the API from a browser; of none unless an operator says so. */
export async function allowOrigins(http: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await http.register(cors, {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'authorization',
      'content-type',
      'token',
      'apollo-require-preflight',
      'tus-resumable',
      'upload-offset',
    ],
    exposedHeaders: [
      'x-request-id',
      'retry-after',
      'x-input-group-id',
      'x-reservation-token',
      'x-reservation-expires-at',
      'tus-resumable',
      'upload-expires',
      'upload-length',
      'upload-offset',
    ],
    maxAge: HOUR_SECONDS,
  });
}
