import type { Services } from '../../dialogs/services.ts';

/** What staff's answers are made of: the very same parts as families' answers. */
export type StaffServices = Pick<
  Services,
  | 'wording'
  | 'hearing'
  | 'confidence'
  | 'knowledge'
  | 'today'
  | 'triage'
  | 'readDate'
  | 'readCertificate'
  | 'pathway'
  | 'answer'
  | 'ask'
  | 'contact'
  | 'body'
>;
