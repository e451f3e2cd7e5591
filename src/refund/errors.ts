import type { Finding } from '../verify/failure.js';
import type { RefundError, RefundErrorCode } from './types.js';

/** The same failure for each finding of a checker. */
export function errorsOf(
  code: RefundErrorCode,
  what: string,
  root: string,
  findings: readonly Finding[],
): readonly RefundError[] {
  return findings.map(({ path, message }) => ({
    code,
    path: path === '' ? root : `${root}.${path}`,
    message: `${what}: ${path === '' ? '' : `${path}: `}${message}`,
  }));
}
