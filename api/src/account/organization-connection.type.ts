import { connectionOf } from '../pagination/connection.js';
import { Organization } from './organization.entity.js';

/** A page of organizations. */
export const OrganizationConnection = connectionOf(() => Organization, 'Organization');
