import { connectionOf, edgeOf } from '../pagination/connection.js';
import { FailureReport } from './failure-report.entity.js';

/** A report and its place in the list. */
const FailureReportEdge = edgeOf(() => FailureReport, 'FailureReport');

/** A page of reports. */
export const FailureReportConnection = connectionOf(() => FailureReport, 'FailureReport', FailureReportEdge);
