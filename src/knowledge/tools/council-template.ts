import { stringify } from 'yaml';
import type { IsoDate } from '../../shared/vocabulary.ts';
import { pageEnd } from './page-end.ts';

interface Names {
  readonly slug: string;
  readonly name: string;
  readonly place: string;
  readonly roles: readonly string[];
  readonly today: IsoDate;
}

/** `council.yaml` with every field explained and every contact waiting. */
export function councilTemplate({ slug, name, place, roles, today }: Names): string {
  return `# ${name}: who its families can reach.
# Take a "#" away where you fill a line in. Leave out what you do not know: families are told that it is
# not known and where to look. Never guess a number. Every contact needs a source: where and when you read it.
${stringify({ slug, name, place })}
# Other names, towns and short forms by which a family may name the council.
aliases: []

# Names that look like this council's and are not. Said when one of them is heard.
notToConfuse: []
#  - names: [North ${place}]
#    say: North ${place} is another council.

# Websites that may show the chat: https://www.example.gov.uk
origins: []

# How the chat looks. Leave it out and it has Signpost's own look. Text must stand out from its colour by 4.5:1.
#look:
#  title: Help with SEND in ${place}
#  welcome: Hello. This is Signpost, the chat of ${name}.
#  logo: logo.svg
#  colours: { main: '#1d5a8a', onMain: '#ffffff' }
#  dark: { main: '#8ec7f2', onMain: '#0b0c0c' }

# Who it is, by what it is for. Each may have several entries, the best first.
contacts: {}
${roles.map((role) => contactExample(role, today)).join('\n')}
`;
}

/** Commented out: an empty contact would be shown to families. */
function contactExample(role: string, today: IsoDate): string {
  return `#  ${role}:
#    - name: the name of the service
#      phones:
#        - { number: '01234 567890', when: 'Mon-Fri 9am-5pm' }
#      email: name@example.gov.uk
#      web: https://www.example.gov.uk/page
#      checkFirst: true   # only when the source is old or the only one
#      sources:
#        - { name: 'The page where you read it', url: 'https://www.example.gov.uk/page', read: ${today} }`;
}

/** A first page to copy: the council's SENDIASS. */
export function pageTemplate(place: string, today: IsoDate): string {
  return `---
# The file's name without .md. With the id of a national page, these words come before the national ones.
id: sendiass
title: '${place} SENDIASS: free help that takes no side'
# Ids from taxonomy.yaml, the main one first.
topics: [sendiass]
# How parents ask for it, in their own words: the search goes by these. Ten are better than two.
asks:
  - whats the number for sendiass in ${place.toLowerCase()}
  - who can come to the meeting with me
# Where you read what the page says, and when. Replace this one.
sources:
  - name: 'GOV.UK: help for children with special educational needs'
    url: https://www.gov.uk/children-with-special-educational-needs
    read: ${today}
reviewed: ${today}
reviewBy: ${pageEnd(today)}
refines: add
seeAlso: []
---

**${place} SENDIASS gives free advice on special needs.** It does not take sides.

{{contact:sendiass}}
`;
}
