import { connectionOf } from '../pagination/connection.js';
import { Program } from './program.entity.js';

/** A page of programs. */
export const ProgramConnection = connectionOf(() => Program, 'Program');
