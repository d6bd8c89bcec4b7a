import { useEffect, useState } from 'preact/hooks';
import type { Colleague } from '../api.ts';
import { service } from './service.ts';

/** Those who may have cases of these councils, each once, on duty first; null until they are known. */
export function useColleagues(councils: readonly string[]): {
  readonly colleagues: readonly Colleague[] | null;
  readonly failed: boolean;
} {
  const [colleagues, setColleagues] = useState<readonly Colleague[] | null>(null);
  const [failed, setFailed] = useState(false);
  const wanted = councils.join(' ');
  useEffect(() => {
    let over = false;
    Promise.all(wanted.split(' ').map((council) => service.colleagues(council)))
      .then((answers) => {
        const each = new Map(answers.flatMap((one) => one.colleagues).map((one) => [one.id, one]));
        const sorted = [...each.values()].sort(
          (a, b) => Number(b.onDuty) - Number(a.onDuty) || a.name.localeCompare(b.name),
        );
        if (!over) setColleagues(sorted);
      })
      .catch(() => !over && setFailed(true));
    return () => {
      over = true;
    };
  }, [wanted]);
  return { colleagues, failed };
}
