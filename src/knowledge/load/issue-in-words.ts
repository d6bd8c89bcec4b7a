import type { z } from 'zod';

interface Words {
  readonly message: string;
  readonly fix: string;
}

/** One schema issue, in words for an editor. `value` is what stands in the file at that place. */
export function issueInWords(issue: z.core.$ZodIssue, value: unknown): Words {
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        message: `"${issue.keys.join('", "')}" is not a field here.`,
        fix: 'Correct its spelling or remove it.',
      };
    case 'invalid_value':
      if (value === undefined) return { message: 'This field is missing.', fix: 'Add it.' };
      return {
        message: `"${String(value)}" is not one of the allowed words.`,
        fix: `Use one of: ${issue.values.map(String).join(', ')}.`,
      };
    case 'invalid_type':
      return wrongType(issue.expected, value);
    case 'invalid_format':
      return wrongFormat(issue.format, value, issue.message);
    case 'too_small':
      return { message: 'There is too little here.', fix: `Give at least ${issue.minimum}.` };
    case 'too_big':
      return { message: 'This is too long.', fix: `Give at most ${issue.maximum}.` };
    case 'invalid_key':
      return {
        message: `"${String(issue.path.at(-1))}" is not a name that is known here.`,
        fix: 'Correct its spelling or remove it.',
      };
    case 'invalid_union':
      return {
        message: 'This does not have one of the shapes that are allowed here.',
        fix: 'Compare it with another entry of the same file.',
      };
    default:
      return { message: `${issue.message}.`, fix: 'Correct the value.' };
  }
}

function wrongType(expected: string, value: unknown): Words {
  if (value === undefined) return { message: 'This field is missing.', fix: 'Add it.' };
  if (value === null) return { message: 'This field is empty.', fix: 'Fill it in, or remove the line.' };
  if (expected === 'string' && typeof value !== 'object') {
    return { message: 'This must be text.', fix: `Put quotes around it: "${String(value)}".` };
  }
  if (expected === 'array') return { message: 'This must be a list.', fix: 'Begin each entry with "- ".' };
  return { message: `This must be of the kind "${expected}".`, fix: 'Compare it with a similar file.' };
}

function wrongFormat(format: string, value: unknown, message: string): Words {
  const shown = `"${String(value)}"`;
  if (format === 'date') {
    return { message: `${shown} is not a day of the calendar.`, fix: 'Write it as 2026-11-21.' };
  }
  if (format === 'url') {
    return { message: `${shown} is not a web address.`, fix: 'Copy the whole address, with https://.' };
  }
  if (format === 'email') return { message: `${shown} is not an email address.`, fix: 'Check it.' };
  return { message: `${shown} is not written as it should be.`, fix: `Needed: ${message}.` };
}
