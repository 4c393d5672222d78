import fc from 'fast-check';
import { tagged } from './reading.ts';

/** Lines in which Markdown changes its mind about the lines around them, each alone clear enough to be met often. */
export const markdownLines = [
	'', '', '', '', '# One', '## Two', '## Three', '### Situation', '## Task', '## 2. Action:', '## Result (20%)', '## ', '#x', '## Two ##', '## Two ', '## a_b_c', '## [x] y', '## 🎯 Result', ' ## Task', '    ## Task', '##\tTask',
	'**Situation:** I did', '**Task**: my', '**Action** — we did', '__Result__ - our', '**Result:**', '**Result:**text', '**Result**text', '**Learnings:** ', '**Competencies:** mentorship; x', '**Tags:** mentorship', '**Strength:** 4', '**Note** that I', '**Led** it', '**a** **b**: c',
	'** Task:** x', '**Task :** x', '**Task (mine):** x', '**5%**: x', '***Task:*** x', '****Task:**** x', '**Task:** `code', '**Task:** *em', '**Task:** — ', '**Task:** …', '**Task：** x', '**Task**：x', '**Task:**\u00a0x', '__Task:__x', '__Task__x: y', '**Task:**: x', '**Task:**. x',
	'- **Task:** mine', '1. **Task:** mine', '2. **Action:** mine', '  - **Task:** mine', '-  **Task** - x', '-     **Task:** x', '> **Task:** mine', '> ## Task', '- ## Task', '- # x', '> quoted', '> ', '>', '> - x', '- x', '-', '1.', '1. x', '2) x', '* x', '+ x', '- - x', '- > x', '  more', '    code', '    —', '\tcode',
	'I did. We did our part, my way.', 'We did `this` and *that*', 'a `code', 'open *star', 'open **bold', 'close** it', 'end_ here', '[open', 'shut](x)', '[x](y)', '[](y)', '![](y)', '![x](y)', '[x]: y', '<b>', 'a <b', 'a <b>c</b>', 'x > y', '<!-- a', 'b -->', 'a <!-- b --> c', '<metric>', 'a\\', 'a  ', '&nbsp;', '&amp; b', 'a & b', '—', '`—`', '…',
	'---', '***', '* * *', '- - -', '--', '===', '=', '+++', '----', '```', '```ts', '~~~', '````', '``` `x`', ' ```', '- ```', '| a | b |', '| --- | - |', 'a | b', '--- | ---', '> | - | - |', 'é lan', 'шаг', '🎯', '1984 was', '\ufeff', 'a\u2028b', 'a\tb',
];

/** Documents of such lines, with and without front matter. */
export const lineSoup = fc
	.tuple(fc.constantFrom('', tagged, '---\ncompetencies: [mentorship]\n---\n', '---\ntitle: x\n---\n\n', '---\nx\n', '--- \nx: y\n---\n', '---\nx: y\n--- \n', '---\n---\n'), fc.array(fc.constantFrom(...markdownLines), { maxLength: 14 }), fc.constantFrom('\n', '\n', '\r\n'), fc.boolean())
	.map(([head, body, ending, isClosed]) => (head + body.join('\n') + (isClosed ? '\n' : '')).replaceAll('\n', ending));
