import fc from 'fast-check';

/** Banks in every style in which an author may set the lines of a story. */

const tag = fc.constantFrom(
	'Technical Initiative',
	'technical-influence',
	'Mentorship & Knowledge Sharing',
	'mentorship',
	'Cross-Team Alignment',
	'Courage',
	'Grit',
);

interface Style {
	readonly before: string;
	readonly after: string;
	readonly hardBreak: string;
	readonly apart: boolean;
	readonly separator: string;
	readonly code: boolean;
	readonly tight: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
	before: fc.constantFrom('**', '**', '__', '- **', '* __', '> **'),
	after: fc.constantFrom(':', ' - ', '::'),
	hardBreak: fc.constantFrom('', '', '\\', '  '),
	apart: fc.boolean(),
	separator: fc.constantFrom('; ', ', ', ';', ' , '),
	code: fc.constantFrom(false, false, true),
	tight: fc.boolean(),
});

function labelled({ before, after }: Style, label: string, value: string): string {
	const marks = before.slice(-2);
	if (after === ' - ') return `${before}${label}${marks} - ${value}`;
	return after === ':' ? `${before}${label}:${marks} ${value}` : `${before}${label}${marks}: ${value}`;
}

const lineKinds = fc.subarray(['tags', 'strength', 'status', 'date']);

const lines = fc
	.tuple(
		lineKinds,
		fc.uniqueArray(tag, { maxLength: 3 }),
		fc.constantFrom('Competencies', 'competencies', 'Competency', 'Tags'),
	)
	.map(([kinds, tags, label]) => (look: Style): string => {
		const written = tags.map((name) => (look.code ? `\`${name}\`` : name)).join(look.separator);
		const values: Record<string, string> = {
			tags: labelled(look, label, written),
			strength: labelled(look, 'Strength', '4'),
			status: labelled(look, 'Status', 'ready'),
			date: labelled(look, 'Date', '2024-06'),
		};
		const all = kinds.map((kind) => values[kind] ?? '');
		const quote = look.before.startsWith('>') ? '>' : '';
		const between = look.apart ? `\n${quote}\n` : '\n';
		return all
			.map((line, index) => line + (index < all.length - 1 && !look.apart ? look.hardBreak : ''))
			.join(between);
	});

const sections = fc.constantFrom(
	'**Situation:** I saw it.\n\n**Task:** Mine.\n\n**Action:** I did.\n\n**Result:** 5%\n',
	'- **Situation:** I saw it.\n- **Task:** Mine.\n- **Action:** I did.\n',
	'### Situation\n\nI saw it.\n\n### Task\n\nMine.\n\n### Result\n\n5%\n',
	'**Situation:** I saw it.\n**Action:** I did. [x]\n',
);

const entry = fc
	.tuple(
		lines,
		sections,
		fc.constantFrom('', '', 'Told in 2023.\n\n', '<!-- kept -->\n\n'),
		fc.constantFrom('\n', '\n\n\n'),
	)
	.map(([own, told, intro, gap]) => (look: Style, title: string, depth: number): string => {
		const written = own(look);
		const heading = depth === 2 && look.apart ? `${title}\n-----\n` : `${'#'.repeat(depth)} ${title}\n`;
		return `${heading}${look.tight && intro === '' ? '' : '\n'}${intro}${written}${written === '' ? '' : '\n\n'}${told}${gap}`;
	});

const shared = fc.constantFrom(
	'',
	'',
	'---\ncompetencies: [mentorship, Courage] # all\n---\n\n',
	'---\n# theirs\nlayout: page\ntype: star-story\nstatus: draft\n---\n',
	'---\ntitle: My bank\ncompetencies:\n  - mentorship\ncompany: Acme\n---\n',
);

/** A bank of two to four stories. */
export const bankText = fc
	.tuple(
		fc.constantFrom('', '', '\uFEFF'),
		shared,
		fc.constantFrom('', '# Bank\n\nWords before.\n\n', 'Words\n\n'),
		style,
		fc.constantFrom(1, 2, 3),
		fc.array(entry, { minLength: 2, maxLength: 4 }),
		fc.constantFrom('', '', '# Ideas\n\nNo story.\n', '<!-- the end -->'),
		fc.boolean(),
	)
	.map(([mark, yaml, intro, look, depth, entries, outro, isCrlf]) => {
		const titles = ['One', 'Two: it', 'Three', 'Four'];
		const text =
			yaml +
			(depth === 1 ? '' : intro) +
			entries.map((write, index) => write(look, titles[index] ?? '', depth)).join('') +
			outro;
		return mark + (isCrlf ? text.replaceAll('\n', '\r\n') : text);
	});

export const bankTag = fc.oneof(tag, fc.constantFrom('New One', 'Initiative', 'x & y'));
