import { z } from 'zod';
import { count, felt } from './felt.js';

export const inputCommitment = z.object({ inputCommitment: felt, values: count });

/** The commitment to an input group's file and how many values it holds. */
export type InputCommitment = z.infer<typeof inputCommitment>;
