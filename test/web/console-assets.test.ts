import { describe, expect, test } from 'vitest';
import { buildConsoleAssets } from '../../src/web/console/assets.ts';
import { startConsole } from './support/console.ts';

const assets = buildConsoleAssets();

describe('the files of the adviser’s page', () => {
  test('are kept by browsers for ever, because another content has another address', async () => {
    expect(buildConsoleAssets().script.path).toBe(assets.script.path);
    const service = await startConsole({ assets });
    for (const { path, content } of [assets.script, assets.style]) {
      const answered = await service.get(path);
      expect(answered.status).toBe(200);
      expect(answered.headers.get('cache-control')).toContain('immutable');
      expect(await answered.text()).toBe(content.toString());
    }
    expect((await service.get(assets.script.path)).headers.get('content-type')).toContain('text/javascript');
    await service.stop();
  });
  test('hold no way of their own to turn text into HTML, which the page’s policy refuses', () => {
    expect(assets.script.content.toString()).not.toMatch(/\beval\(|new Function\(|document\.write/);
  });
  test('are not many bytes', () => {
    expect(assets.script.packed.length).toBeLessThan(60_000);
  });
});
