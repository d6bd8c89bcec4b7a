import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/web/view/markdown.ts';
import { toHtml } from '../../src/web/view/to-html.ts';

const html = (text: string) => toHtml(markdown(text));

describe('what is not ours to read stays text', () => {
  test.each([
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    ['[x](data:text/html,1)', '<p>[x](data:text/html,1)</p>'],
    ['![x](https://example.org/a.png)', null],
    ['a & b "c"', '<p>a &amp; b &quot;c&quot;</p>'],
    ['\\*not bold\\*', '<p>*not bold*</p>'],
    ['2 * 3 * 4', null],
  ])('%s', (text, expected) => {
    const made = html(text);
    if (expected !== null) expect(made).toBe(expected);
    expect(made).not.toMatch(/<(script|img)/);
  });

  test('whatever is written, no tag and no address comes out but those we know', () => {
    const piece = fc.constantFrom(
      ...[
        '*',
        '**',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '\\',
        '\n',
        '\n\n',
        '1. ',
        '- ',
        '   - ',
        'javascript:',
        'https://a.b/',
        '"',
        "'",
        '&',
        ' onload=x',
        'a',
        'tel:1',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const made = html(pieces.join(''));
        const tags = made.match(/<[^>]*>/g) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<(\/?(p|strong|em|li|ul|br|time|span|a)|ol( start="\d+")?|\/ol|span class="vh"|a href="(https?:\/\/|tel:|mailto:)[^"<>]*"( target="_blank" rel="noopener noreferrer")?)>$/,
          );
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['*', '[', '\\', '**a', '[a](', '1. ', '(https://'])(
    'ten thousand characters of "%s" are read to their end',
    (hostile) => expect(html(`${hostile.repeat(10_000 / hostile.length)} end`)).toContain(' end'),
  );
});

test('steps keep their numbers, and their contacts stand below them', () => {
  expect(html('1. **The tribunal.** Write.\n   - **SEND Tribunal**: [0300](tel:0300)\n2. Ring.')).toBe(
    '<ol><li><strong>The tribunal.</strong> Write.<ul><li><strong>SEND Tribunal</strong>: <a href="tel:0300">0300</a></li></ul></li><li>Ring.</li></ol>',
  );
  expect(html('3. Third')).toBe('<ol start="3"><li>Third</li></ol>');
});

test('a day is a time that programs can read, and a link to elsewhere says so and is safe', () => {
  expect(html('by **Tuesday 12 January 2027**.')).toBe(
    '<p>by <strong><time datetime="2027-01-12">Tuesday 12 January 2027</time></strong>.</p>',
  );
  expect(html('*From: [IPSEA](<https://a.b/c(d)>)*')).toBe(
    '<p><em>From: <a href="https://a.b/c(d)" target="_blank" rel="noopener noreferrer">IPSEA<span class="vh"> (opens in a new tab)</span></a></em></p>',
  );
});
