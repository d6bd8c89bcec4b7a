import { describe, expect, it } from 'vitest';
import { preview } from '../../../src/pathways/preview/preview.ts';
import { page, smallKnowledge } from '../../knowledge/small-knowledge.ts';

describe('the preview', () => {
  it('cannot be made to run what stands in a page', () => {
    const bad = page('extra', 'Words <script>alert(1)</script> and [a link](javascript:alert(1)).', {
      title: 'A <b> title',
    });
    const html =
      preview(smallKnowledge({ 'national/extra.md': bad }), '2026-11-21').get('no-council/extra.html') ?? '';
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('href="javascript:');
    expect(html).toContain('<title>A &lt;b> title</title>');
  });

  it('shows every page and pathway as families of each council read them', () => {
    const files = preview(smallKnowledge(), '2026-11-21');
    expect(files.get('dudley/mediation.html')).toContain('In Dudley, ring the provider.');
    expect(files.get('leicester/mediation.html')).not.toContain('Dudley');
    expect(files.get('dudley/pathways/transport.html')).toContain('by Thursday 21 January 2027');
    expect(files.get('index.html')).toContain('href="dudley/pathways/transport.html"');
    expect(files.size).toBe(1 + 3 * (2 + 25));
  });
});
