import { PROBLEMS, type ProblemCode, ProblemError } from '../shared/problem.ts';
import { type HttpResponse, json } from './route.ts';

/** Anything thrown, as the code a stranger may know. */
export function problemCode(error: unknown): ProblemCode {
  return error instanceof ProblemError ? error.code : 'Internal';
}

/** Why no route took the request. Routes answer their own errors, so anything else is a fault in here. */
export function unroutedCode(error: unknown): ProblemCode {
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  if (status === 404) return 'NotFound';
  if (status === 405) return 'MethodNotAllowed';
  return typeof status === 'number' && status < 500 ? 'BadRequest' : 'Internal';
}

/** `{error: {code, message}}`, the shape that Direct Line clients read. */
export function problemResponse(code: ProblemCode): HttpResponse {
  const { status, message } = PROBLEMS[code];
  return json(status, { error: { code, message } });
}
