import { connectionOf } from '../pagination/connection.js';
import { InputGroup } from './input-group.entity.js';

/** A page of input groups. */
export const InputGroupConnection = connectionOf(() => InputGroup, 'InputGroup');
