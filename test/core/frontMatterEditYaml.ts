import fc from 'fast-check';

/** Front matter of every form that an edit has to cope with, and documents around it. */

const word = fc.constantFrom(
	'mentorship',
	'initiative',
	'Technical Influence',
	'Courage',
	'deep-dive',
	'5%',
	"it's",
	'a&b',
	'ünïcode 🎯',
);
/** Texts that need quotes somewhere. */
const awkward = fc.constantFrom(
	'Are Right, A Lot',
	'a: b',
	'x #y',
	'- dash',
	'[x]',
	'{x}',
	'2024',
	'true',
	'null',
	'~',
	'"q"',
	"'",
	'a\\b',
	'*x',
	'&x',
	'!x',
	'%x',
	'@x',
	'`x`',
	'|',
	'>',
	'?',
	':',
	'x:',
	' x',
	'x ',
	'a\tb',
	'---',
	'0x1F',
	'1e3',
	'#x',
);

export const anyText = fc.oneof(
	{ weight: 3, arbitrary: word },
	{ weight: 2, arbitrary: awkward },
	fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter((text) => text.trim() !== ''),
);

const comment = fc.constantFrom('# note', '#', '# - a, [b] {c} "d', "# it's: x", '#5');
const maybeComment = fc.option(comment, { nil: '', freq: 3 }).map((text) => (text === '' ? '' : ` ${text}`));
const ownComment = (indent: string) =>
	fc.option(comment, { nil: '', freq: 4 }).map((text) => (text === '' ? '' : `${indent}${text}\n`));
const blank = fc.constantFrom('', '', '', '\n');

function doubleQuoted(text: string): string {
	return JSON.stringify(text);
}

const singleQuoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** One text in one of the spellings of YAML that are valid in flow and block form. */
const itemText = fc
	.tuple(word, awkward, fc.constantFrom('plain', 'single', 'double', 'awkward'))
	.map(([plain, odd, form]) => {
		if (form === 'plain') return plain;
		if (form === 'single') return singleQuoted(plain);
		return doubleQuoted(form === 'double' ? plain : odd);
	});
const anchor = fc.constantFrom('', '', '', '', '&list ');
const spaces = fc.constantFrom('', ' ', '  ');

const flowOneLine = fc
	.tuple(
		anchor,
		fc.array(fc.tuple(itemText, spaces), { maxLength: 4 }),
		spaces,
		fc.constantFrom('', ','),
		maybeComment,
	)
	.map(
		([mark, items, pad, last, note]) =>
			` ${mark}[${pad}${items.map(([item, gap]) => item + gap).join(', ')}${items.length > 0 ? last : ''}${pad}]${note}\n`,
	);
const flowLines = fc
	.tuple(
		anchor,
		fc.array(fc.tuple(ownComment('    '), itemText, maybeComment, blank), { minLength: 1, maxLength: 4 }),
		fc.constantFrom('', ','),
		maybeComment,
		ownComment('  '),
		fc.boolean(),
	)
	.map(([mark, items, last, note, tail, firstAtBracket]) => {
		const lines = items.map(([above, item, beside, gap], index) => {
			const comma = index < items.length - 1 ? ',' : last;
			return firstAtBracket && index === 0
				? `${item}${comma}${beside}\n`
				: `${above}    ${item}${comma}${beside}\n${gap}`;
		});
		return ` ${mark}[${firstAtBracket ? '' : `${note}\n`}${lines.join('')}${tail}  ]${firstAtBracket ? note : ''}\n`;
	});
const blockItem = fc.oneof(
	{ weight: 8, arbitrary: itemText },
	fc.constantFrom('|-\n      mentorship', '>-\n      two\n      words', 'long\n      words'),
);
const blockList = fc
	.tuple(
		fc.constantFrom('', '  ', '    '),
		fc.constantFrom(' ', ' ', '   '),
		anchor,
		maybeComment,
		fc.boolean(),
		fc.array(fc.tuple(ownComment('  '), blockItem, maybeComment, blank), { minLength: 1, maxLength: 4 }),
		ownComment('  '),
	)
	.map(([indent, gap, mark, note, , items, tail]) => {
		const lines = items.map(([above, item, beside, space]) => {
			const isBlock = /^[|>]|\n/u.test(item);
			return `${above}${indent}-${gap}${item.replaceAll('\n', `\n${indent}`)}${isBlock ? '' : beside}\n${isBlock ? '' : space}`;
		});
		return `${mark === '' ? '' : ` ${mark.trim()}`}${note}\n${lines.join('')}${tail}`;
	});
const single = fc
	.tuple(
		anchor,
		fc.oneof(itemText, fc.constantFrom('Are Right, A Lot', 'x [y]', 'one\n  two', '"a\n  b"', '7', '2024-06')),
		maybeComment,
	)
	.map(([mark, text, note]) => ` ${mark}${text}${note}\n`);
const blockScalar = fc.constantFrom(' |\n  mentorship\n', ' >- # folded\n  two\n  words\n', ' |-\n    deep\n');
const empty = fc
	.tuple(fc.constantFrom('', ' ', ' ~', ' null', ' ""', " ''", ' []', ' [ ]', '\n  -', '\n- # x'), maybeComment)
	.map(([value, note]) => `${value}${note}\n`);

const listValue = fc.oneof(flowOneLine, flowLines, { weight: 2, arbitrary: blockList }, single, blockScalar, empty);
const key = fc.constantFrom(
	'competencies',
	'competencies',
	'competencies',
	'competency',
	'"competencies"',
	"'competency'",
);
const colon = fc.constantFrom(':', ':', ':', ' :');
const tags = fc.tuple(key, colon, listValue).map((parts) => parts.join(''));

const otherField = fc.constantFrom(
	'strength: 4 # mine\n',
	'strength: "3"\n',
	'strength:\n',
	'status: ready\n',
	"status: 'draft' # x\n",
	'date: 2024-06\n',
	'title: A, b\n',
	'title: "T: #1"\n',
	'metrics: [5%, "3 days"]\n',
	'metrics:\n  - 5% # x\n  - 3 days\n',
	'metrics: 5%\n',
	'company: Acme\n',
	'layout: {x: [y, {z: 1}], "q": ~} # theirs\n',
	'nested:\n  - a: 1\n    # deep\n    b: [1, 2]\n  - - c\n',
	'description: |\n  Text\n\n  # no comment\n',
	'description: >+\n  Text\n\n',
	'# a comment\n',
	'\n',
	'#\n',
	'tags: [a, b,]\n',
	'x: &a mentorship\n',
	'"quoted key" : "v"\n',
	'role: one\n  two\n',
);

const nameOf = (field: string) => /^["']?([^"':]*)/u.exec(field)?.[1];

const blockYaml = fc
	.tuple(
		fc.array(otherField, { maxLength: 5 }),
		fc.option(tags, { freq: 8, nil: undefined }),
		fc.nat(),
		fc.constantFrom('', '', '', '# the end\n', '...\n'),
	)
	.map(([others, own, place, end]) => {
		const unique: string[] = others.filter(
			(field, index) =>
				!/^\w|^"/u.test(field) || others.findIndex((other) => nameOf(other) === nameOf(field)) === index,
		);
		if (own !== undefined) unique.splice(place % (unique.length + 1), 0, own);
		const follows = own?.includes('&list') ? [...unique, 'follows: *list\n'] : unique;
		return (place % 2 === 0 ? unique : follows).join('') + end;
	});
const flowYaml = fc
	.tuple(
		fc.subarray(['strength: 4', 'status: "ready"', 'layout: {x: [y]}', 'tags: [a]', 'company'], { minLength: 0 }),
		fc.option(
			flowOneLine.map((list) => list.replace(/ #.*\n|\n/u, '')),
			{ nil: '' },
		),
		fc.nat(),
	)
	.map(([others, list, place]) => {
		const fields = [...others];
		if (list.trim() !== '') fields.splice(place % (fields.length + 1), 0, `competencies:${list}`);
		return `{${place % 2 ? ' ' : ''}${fields.join(', ')}${place % 3 ? '' : ' '}}\n`;
	});

const yaml = fc.oneof(
	{ weight: 14, arbitrary: blockYaml },
	flowYaml,
	fc.constant(''),
	fc.constant('# only a comment\n'),
);
const body = fc.constantFrom(
	'',
	'\n',
	'# T\n',
	'\n# T\n\n## Situation\n\nI did.\n',
	'Words without an end',
	'---\n\nA rule\n',
);

/** A document with one story, with or without front matter. */
export const storyText = fc
	.tuple(fc.constantFrom('', '', '\uFEFF'), fc.option(yaml, { freq: 15, nil: undefined }), body, fc.boolean())
	.map(([mark, block, rest, isCrlf]) => {
		const text = block === undefined ? rest : `---\n${block}---\n${rest}`;
		return mark + (isCrlf ? text.replaceAll('\n', '\r\n') : text);
	});
