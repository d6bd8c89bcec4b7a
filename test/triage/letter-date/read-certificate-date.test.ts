import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCertificateDate } from '../../../src/triage/letter-date/read-certificate-date.ts';
import { readLetterDate } from '../../../src/triage/letter-date/read-letter-date.ts';

const TODAY = '2026-11-22';

describe('a day that is not plainly the one on the certificate', () => {
  it.each([
    [''],
    ['12 november 2026'],
    ['the letter is dated 12 november 2026'],
    ['we asked for a certificate on 12 november'],
    ['rang for the certificate 12 november'],
    ['we got our certificate on 12 november'],
    ['the certificate came on 12 november'],
    ['we need a certificate by 12 november'],
    ['no certificate 12 november'],
    ['the certificate is not dated 12 november'],
    ['we have a certificate. the council refused on 12 november'],
    ['we have a certificate and the council refused us, dated 12 november'],
    ['we have a certificate for the decision dated 12 november'],
    ['the certificate, and a letter dated 12 november'],
    ['his birth certificate is dated 12 november'],
    ['I am certain it is dated 12 november'],
    ['the certificate is dated 12 december 2026'],
    ['the certificate is dated early november'],
    ['one certificate is dated 2 november, another certificate is dated 12 november'],
  ])('%j gives none', (text) => {
    expect(readCertificateDate(text, TODAY)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readCertificateDate(`certificate ${text} 12 november`, TODAY);
      }),
    );
  });
});

describe('two days in one message', () => {
  it.each([
    [
      'Council refused to assess, letter 20 August 2026. We did ring the mediation people in September and our certificate is dated 12 November 2026. Are we in time?',
    ],
    ['mediation certificate is dated 12 november and the refusal letter was 20th august can i still appeal'],
    ['letter 20 August 2026, certificate 12 November 2026'],
    ['letter dated 20/8/26 cert dated 12/11/26'],
    ['certificate 12 nov, refusal letter 20 aug'],
    ['20 august on the letter and 12 november on the certificate'],
    ['12 november is on the certificate, the letter is dated 20 august'],
    [
      'The letter is dated 20 August. We rang for mediation and have the certificate. It is dated 12 November',
    ],
    ['refusal letter of 20 august, we got a certificate in october dated 12 november'],
    ['they refused to assess him, letter dated 20 august. the certifcate was issued on 12 november'],
  ])('%j tells them apart', (text) => {
    expect(readCertificateDate(text, TODAY)).toBe('2026-11-12');
    expect(readLetterDate(text, TODAY).date).toBe('2026-08-20');
  });
});

describe('the certificate alone', () => {
  it.each([
    ['our certificate is dated 12 November 2026'],
    ['certificate: 12/11/26'],
    ['the mediation certificate was from the 12th of november'],
    ['we have a certificate dated the 12th'],
    ['the certificate came through, dated 12 november'],
    ['we did mediation about the decision and have a certificate. It is dated 12 november'],
  ])('%j is the certificate and not the letter', (text) => {
    expect(readCertificateDate(text, TODAY)).toBe('2026-11-12');
    expect(readLetterDate(text, TODAY).date).toBeNull();
  });
});
