import type { RestRoute } from './rest-route.js';
import { confirmProof, rejectProof } from './routes/decide-proof.js';
import { deleteInputGroup } from './routes/delete-inputs.js';
import { deleteOwnProgram } from './routes/delete-program.js';
import { downloadProgram } from './routes/download-program.js';
import { downloadProof } from './routes/download-proof.js';
import { downloadTemplate } from './routes/download-template.js';
import { listOrganizations } from './routes/list-organizations.js';
import { listAllPrograms, listOwnPrograms, listProgramsOfOrganization } from './routes/list-programs.js';
import { listInputGroups, listProvenInputGroups, listProvenPrograms } from './routes/list-proofs.js';
import { logIn } from './routes/log-in.js';
import { logOut } from './routes/log-out.js';
import { refreshBasicToken } from './routes/refresh-token.js';
import { registerAccount } from './routes/register-account.js';
import { reserveInputs, reserveProgramAndInputs } from './routes/reserve-inputs.js';
import { uploadInputGroup } from './routes/upload-inputs.js';
import { uploadProgramArchive } from './routes/upload-program.js';
import { uploadProof } from './routes/upload-proof.js';

/** Every route of the REST face. */
export const REST_ROUTES: readonly RestRoute[] = [
  registerAccount,
  logIn,
  refreshBasicToken,
  logOut,
  listOrganizations,
  listAllPrograms,
  listOwnPrograms,
  listProgramsOfOrganization,
  downloadTemplate,
  uploadProgramArchive,
  uploadInputGroup,
  listInputGroups,
  reserveInputs,
  reserveProgramAndInputs,
  uploadProof,
  downloadProof,
  rejectProof,
  confirmProof,
  listProvenPrograms,
  listProvenInputGroups,
  downloadProgram,
  deleteOwnProgram,
  deleteInputGroup,
];
