import { z } from 'zod';

/** How an adviser with a built-in account names themselves: written in one way, however it is typed. */
export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(200)
  .regex(/^[^\s@|]+@[^\s@|]+$/, 'must be an e-mail address');
