import { z } from 'zod';

const id = z.string().min(1).max(64);

/** Paths that name a program. */
export const programPath = z.object({ program_id: id.describe("Program's id") });

/** Paths that name an input group of a program. */
export const inputGroupPath = programPath.extend({ input_group_id: id.describe("Input group's id") });

/** Paths that name an organization. */
export const organizationPath = z.object({ organization_id: id.describe("Organization's id") });
