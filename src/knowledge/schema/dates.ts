/** Every kind of day from which a clock is counted. */
export const DATE_KINDS = [
  'decision', // printed on the decision letter, notice, or the letter that came with the final plan
  'certificate', // the mediation certificate was issued
  'request', // the council received the request for an assessment
  'draft', // the draft plan or amendment notice was served
  'review', // the annual review meeting was held
  'act', // the act of discrimination, or the exclusion
  'aware', // the family first knew of the problem
  'complaint', // a complaint was made
  'reply', // the body's reply at the last stage came
  'mediation', // the family told the council that it wants mediation
  'transfer', // the first day of the new phase of education
  'notice', // a penalty notice was served
] as const;
