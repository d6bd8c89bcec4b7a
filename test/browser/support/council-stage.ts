/** What a story on a council's page needs: the page, a service that allows it, and a fresh visitor for each test. */
import { afterAll, beforeAll } from 'vitest';
import { type CouncilSite, councilSite } from './council-site.ts';
import { type Stage, stage } from './stage.ts';

export interface CouncilStage extends Stage {
  site: CouncilSite;
}

export function councilStage(): CouncilStage {
  beforeAll(async () => {
    at.site = await councilSite(() => at.service.url);
  });
  afterAll(() => at.site.close());
  const at = stage(() => ({ origins: [at.site.origin] })) as CouncilStage;
  return at;
}
