// The injection runs inside VS Code's own Markdown grammar, tokenised by VS Code's own engine.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { namesByLanguage } from '../../src/core/framework/namesByLanguage.ts';
import { createSectionNames } from '../../src/core/framework/sectionNames.ts';
import { injectionGrammar } from '../../src/core/story/grammar/injection.ts';
import { parseMarkdown } from '../../src/core/story/markdown.ts';
import { findMarkers } from '../../src/core/story/markers.ts';

const injection = 'markdown.star-stories.injection';

/** Scope name → grammar file. Embedded languages that are not listed stay plain text. */
const grammarFiles: Readonly<Record<string, string>> = {
	[injection]: new URL('../../syntaxes/star-stories.injection.tmLanguage.json', import.meta.url).href,
	'text.html.markdown': import.meta.resolve('tm-grammars/grammars/markdown.json'),
	'text.html.derivative': import.meta.resolve('tm-grammars/grammars/html-derivative.json'),
	'text.html.basic': import.meta.resolve('tm-grammars/grammars/html.json'),
	'source.yaml': import.meta.resolve('tm-grammars/grammars/yaml.json'),
};

interface Token {
	readonly line: number;
	text: string;
	/** Outermost first, without the root scope. */
	readonly scopes: readonly string[];
}

let plain: IGrammar;
let injected: IGrammar;

async function loadMarkdown(injections: string[]): Promise<IGrammar> {
	const registry = new textmate.Registry({
		onigLib: Promise.resolve({
			createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
			createOnigString: (text) => new oniguruma.OnigString(text),
		}),
		loadGrammar: async (scopeName) => {
			const url = grammarFiles[scopeName];
			if (url === undefined) return null;
			return textmate.parseRawGrammar(await readFile(fileURLToPath(url), 'utf8'), `${scopeName}.json`);
		},
		getInjections: (scopeName) => (scopeName === 'text.html.markdown' ? injections : undefined),
	});
	const grammar = await registry.loadGrammar('text.html.markdown');
	if (grammar === null) throw new Error('The Markdown grammar did not load.');
	return grammar;
}

function tokens(grammar: IGrammar, markdown: string): Token[] {
	let state = textmate.INITIAL;
	return markdown.split('\n').flatMap((text, line) => {
		const result = grammar.tokenizeLine(text, state);
		state = result.ruleStack;
		return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
			line,
			text: text.slice(startIndex, endIndex),
			scopes: scopes.slice(1),
		}));
	});
}

const isOwn = (scope: string): boolean => scope.includes('star-stories');

const isMarkdowns = (scope: string): boolean => !isOwn(scope);

/** The tokens with only those scopes that `keep` accepts; neighbours that no longer differ are joined again. */
function withScopes(all: readonly Token[], keep: (scope: string) => boolean): Token[] {
	const result: Token[] = [];
	for (const { line, text, scopes } of all) {
		const kept = scopes.filter(keep);
		const last = result.at(-1);
		if (last?.line === line && last.scopes.join(' ') === kept.join(' ')) last.text += text;
		else result.push({ line, text, scopes: kept });
	}
	return result;
}

/** What the injection marked, as `scope=text` with `.star-stories` left out of the scope; separators are left out. */
function marked(markdown: string): string[] {
	return withScopes(tokens(injected, markdown), isOwn).flatMap(({ scopes, text }) => {
		const scope = scopes[0]?.replace('.star-stories', '');
		return scope === undefined || scope.endsWith('.separator') ? [] : [`${scope}=${text}`];
	});
}

function marks(expected: Readonly<Record<string, readonly string[]>>): void {
	for (const [markdown, marksOf] of Object.entries(expected)) {
		it(JSON.stringify(markdown), () => expect(marked(markdown)).to.deep.equal(marksOf));
	}
}

function marksNothing(inputs: readonly string[]): void {
	for (const markdown of inputs) {
		it(JSON.stringify(markdown), () => expect(marked(markdown)).to.deep.equal([]));
	}
}

const headings = {
	'## Situation': ['meta.section.situation=Situation'],
	'# Situation': ['meta.section.situation=Situation'],
	'###### Situation': ['meta.section.situation=Situation'],
	'   ##   Situation ##': ['meta.section.situation=Situation'],
	'##\tSituation': ['meta.section.situation=Situation'],
	'### 2. Action:': ['meta.section.action=Action'],
	'### 2) Action': ['meta.section.action=Action'],
	'### 2 - Action': ['meta.section.action=Action'],
	'## 🎯 Result': ['meta.section.result=Result'],
	'## ❤️ Result': ['meta.section.result=Result'],
	'## 👩🏽‍💻 What I did': ['meta.section.action=What I did'],
	'## 4️⃣ Result': ['meta.section.result=Result'],
	'## 4. 🎯 Result': ['meta.section.result=Result'],
	'## Result 🎯': ['meta.section.result=Result'],
	'## S — Situation': ['meta.section.situation=Situation'],
	'## T: Task': ['meta.section.task=Task'],
	'## (A) Action': ['meta.section.action=Action'],
	'## R – Result:': ['meta.section.result=Result'],
	'## Situation (20%)': ['meta.section.situation=Situation'],
	'## Situation (20%):': ['meta.section.situation=Situation'],
	'## Situation: (20%)': ['meta.section.situation=Situation'],
	'## **Situation**': ['meta.section.situation=Situation'],
	'## __Situation:__': ['meta.section.situation=Situation'],
	'> ## Situation': ['meta.section.situation=Situation'],
	'- ## Situation': ['meta.section.situation=Situation'],
	'1. ## Situation': ['meta.section.situation=Situation'],
	'## Our actions': ['meta.section.action=actions'],
	'## A task': ['meta.section.task=task'],
	"## L'action": ['meta.section.action=action'],
	'## Situation: the outage': ['meta.section.situation=Situation'],
	'## Situation — the outage': ['meta.section.situation=Situation'],
	'## Situation (20%): the outage': ['meta.section.situation=Situation'],
	'## Action {#what-i-did}': ['meta.section.action=Action'],
	'## S (Situation)': ['meta.section.situation=Situation'],
	'## [S] Situation': ['meta.section.situation=Situation'],
	'## S — Context': ['meta.section.situation=Context'],
	'## A – Aufgabe': ['meta.section.task=Aufgabe'],
	'## Situation & Task': ['meta.section.situation=Situation'],
	'## Aufgabe und Aktion': ['meta.section.task=Aufgabe'],
	'## Results / Impact': ['meta.section.result=Results'],
	'## Situation（20%）：': ['meta.section.situation=Situation'],
	'## What\u00a0I\u3000did': ['meta.section.action=What\u00a0I\u3000did'],
	'## What I’d do differently': ['meta.section.learnings=What I’d do differently'],
	'## Situación': ['meta.section.situation=Situación'],
	'## Situacio\u0301n': ['meta.section.situation=Situacio\u0301n'],
	'## 状況：障害': ['meta.section.situation=状況'],
	'## 과제': ['meta.section.task=과제'],
} as const;

const otherHeadings = [
	'## Task list',
	'## Result of the migration',
	'## Actionable',
	'## Interaction',
	'## C# Task',
	'## Situations, plural',
	'## A: Situation',
	'## `Settings`',
	'## [Background](background.md)',
	'##Situation',
	'####### Situation',
	'Situation',
];

const labels = {
	'**Situation:** We were late.': ['meta.section.situation=Situation'],
	'**Situation**: We were late.': ['meta.section.situation=Situation'],
	'**Situation:**': ['meta.section.situation=Situation'],
	'**Situation** : We were late.': ['meta.section.situation=Situation'],
	'__Situation__ - We were late.': ['meta.section.situation=Situation'],
	'**Situation** — We were late.': ['meta.section.situation=Situation'],
	'__Situation:__ We were late.': ['meta.section.situation=Situation'],
	'   **Situation:** We were late.': ['meta.section.situation=Situation'],
	'- **Situation:** We were late.': ['meta.section.situation=Situation'],
	'* **Situation**: We were late.': ['meta.section.situation=Situation'],
	'1. **Situation:** We were late.': ['meta.section.situation=Situation'],
	'- A story\n  - **Task:** Ship it.': ['meta.section.task=Task'],
	'- A story\n\n  **Task:** Ship it.': ['meta.section.task=Task'],
	'> **Situation:** We were late.': ['meta.section.situation=Situation'],
	'> - **Situation:** We were late.': ['meta.section.situation=Situation'],
	'**2. Action:** I called.': ['meta.section.action=Action'],
	'**🎯 Result:** On time.': ['meta.section.result=Result'],
	'**S — Situation:** We were late.': ['meta.section.situation=Situation'],
	'**Result (10%):** On time.': ['meta.section.result=Result'],
	'**Task:** Ship it.\n**Action:** I called.': ['meta.section.task=Task', 'meta.section.action=Action'],
	'**Situation**': ['meta.section.situation=Situation'],
	'**Situation**\nWe were late.': ['meta.section.situation=Situation'],
	'**Situation** (15 s)': ['meta.section.situation=Situation'],
	'**Situation** (15 s): We were late.': ['meta.section.situation=Situation'],
	'**The Task:** ship it.': ['meta.section.task=Task'],
	'*Task:* ship it.': ['meta.section.task=Task'],
	'_Task_: ship it.': ['meta.section.task=Task'],
	'***Task:*** ship it.': ['meta.section.task=Task'],
	'- [ ] **Task:** ship it.': ['meta.section.task=Task'],
	'- [x] **Task:** ship it.': ['meta.section.task=Task'],
	'🔹 **Situation:** We were late.': ['meta.section.situation=Situation'],
	'4️⃣ **Result:** On time.': ['meta.section.result=Result'],
	'**Situation.** We were late.': ['meta.section.situation=Situation'],
	'**Situation -** We were late.': ['meta.section.situation=Situation'],
	'**S (Situation):** We were late.': ['meta.section.situation=Situation'],
	'**[S] Situation:** We were late.': ['meta.section.situation=Situation'],
	'**S**ituation: We were late.': ['meta.section.situation=S'],
	'**Situation & Task:** We were late.': ['meta.section.situation=Situation'],
	'**Aktion：** Ich rief an.': ['meta.section.action=Aktion'],
	'**情境：** 我们晚了。': ['meta.section.situation=情境'],
	'- **Tâche :** partir.': ['meta.section.task=Tâche'],
} as const;

const otherLabels = [
	'It was a hard **Situation:** we were late.',
	'Then: **Task**: ship it.',
	'- first the **Task:** ship it.',
	'| **Task:** | ship it |\n|---|---|\n| **Action:** | I called |',
	'**Situation** we were late.',
	'**Situation**-aware systems are hard.',
	'**Task list:** one, two',
	'Task: ship it.',
	'**Task: ship it.**',
];

const fields = {
	'**Competencies:** Technical Influence': ['meta.field.tags=Competencies', 'meta.story.tag=Technical Influence'],
	'**Competency**: Technical Influence': ['meta.field.tags=Competency', 'meta.story.tag=Technical Influence'],
	'**Tags:** influence; cross-team,failure': [
		'meta.field.tags=Tags',
		'meta.story.tag=influence',
		'meta.story.tag=cross-team',
		'meta.story.tag=failure',
	],
	'__tags:__ Mentorship & Knowledge Sharing  ': [
		'meta.field.tags=tags',
		'meta.story.tag=Mentorship & Knowledge Sharing',
	],
	'**Tags:** snake_case_id; `a, b`; [c, d](e,f)': [
		'meta.field.tags=Tags',
		'meta.story.tag=snake_case_id',
		'meta.story.tag=`a, b`',
		'meta.story.tag=[c, d](e,f)',
	],
	'**Tags:** a <b>bold</b> move': ['meta.field.tags=Tags', 'meta.story.tag=a <b>bold</b> move'],
	'- **Tags:** influence': ['meta.field.tags=Tags', 'meta.story.tag=influence'],
	'> **Tags:** influence': ['meta.field.tags=Tags', 'meta.story.tag=influence'],
	'**Tags:** influence\nThen, plain; prose': ['meta.field.tags=Tags', 'meta.story.tag=influence'],
	'**Tags:** TODO, influence': ['meta.field.tags=Tags', 'meta.story.placeholder=TODO', 'meta.story.tag=influence'],
	'**Tags:**': ['meta.field.tags=Tags'],
	'**Strength:** 4': ['meta.field.strength=Strength', 'meta.story.strength=4'],
	'**strength**: 4  ': ['meta.field.strength=strength', 'meta.story.strength=4'],
	'**Strength:** 9': ['meta.field.strength=Strength'],
	'**Strength:** 4 of us lifted it': ['meta.field.strength=Strength'],
	'**Status:** draft': ['meta.field.status=Status', 'meta.story.status=draft'],
	'**Status:** ready': ['meta.field.status=Status', 'meta.story.status=ready'],
	'**Status:** retired': ['meta.field.status=Status', 'meta.story.status=retired'],
	'**Status:** Accepted': ['meta.field.status=Status'],
	'**Scope:** org': ['meta.field.scope=Scope', 'meta.story.scope=org'],
	'**Scope:** teams': ['meta.field.scope=Scope', 'meta.story.scope=teams'],
	'**Scope:** org, and three vendors': [],
	'**Date:** 2024': ['meta.field.date=Date', 'meta.story.date=2024'],
	'**Date:** 2024-06': ['meta.field.date=Date', 'meta.story.date=2024-06'],
	'**Date:** 2024-06-30': ['meta.field.date=Date', 'meta.story.date=2024-06-30'],
	'**Date:** 2024-13': ['meta.field.date=Date'],
	'**Date:** next Tuesday': ['meta.field.date=Date'],
} as const;

const otherFields = [
	'See **Tags:** influence',
	'Set **Strength:** 4',
	'**Tags** influence',
	'Tags: influence',
	'**Stage:** ready',
	'**Strengths:** 4',
	'| **Tags:** | influence |\n|---|---|',
];

const placeholders = {
	'I saved TODO hours.': ['meta.story.placeholder=TODO'],
	'TODO: say more (TBD).': ['meta.story.placeholder=TODO', 'meta.story.placeholder=TBD'],
	'Costs fell by XX%.': ['meta.story.placeholder=XX%'],
	'From ~X% to +XXX %, or xx%.': [
		'meta.story.placeholder=X%',
		'meta.story.placeholder=XXX %',
		'meta.story.placeholder=xx%',
	],
	'It saved $XX and 10 XX.': ['meta.story.placeholder=$XX'],
	'I joined [team name].': ['meta.story.placeholder=[team name]'],
	'At [company] with [first name] [last name]': [
		'meta.story.placeholder=company',
		'meta.story.placeholder=[first name]',
		'meta.story.placeholder=[last name]',
	],
	'By [your own words] and [Team Name]': [
		'meta.story.placeholder=[your own words]',
		'meta.story.placeholder=[Team Name]',
	],
	'**TODO** and _TBD_ and __[team name]__ and ~~XX%~~': [
		'meta.story.placeholder=TODO',
		'meta.story.placeholder=TBD',
		'meta.story.placeholder=[team name]',
		'meta.story.placeholder=XX%',
	],
	'- [team name]\n- [x] TODO': ['meta.story.placeholder=[team name]', 'meta.story.placeholder=TODO'],
	'> TODO': ['meta.story.placeholder=TODO'],
	'| [team name] | TODO |\n|---|---|\n| a | XX% |': [
		'meta.story.placeholder=[team name]',
		'meta.story.placeholder=TODO',
		'meta.story.placeholder=XX%',
	],
	'# How I moved [system name]': ['meta.story.placeholder=[system name]'],
	'**Result:** XX% faster': ['meta.section.result=Result', 'meta.story.placeholder=XX%'],
} as const;

// The HTML grammar sees an unknown element in these: the one place where a scope of Markdown's own gives way.
const anglePlaceholders = {
	'I raised <metric> by xx%.': ['meta.story.placeholder=<metric>', 'meta.story.placeholder=xx%'],
	'With <team-name> and **<your manager here>**.': [
		'meta.story.placeholder=<team-name>',
		'meta.story.placeholder=<your manager here>',
	],
	'# How I moved <system>': ['meta.story.placeholder=<system>'],
	'| by <metric> |\n|---|': ['meta.story.placeholder=<metric>'],
} as const;

const noPlaceholders = [
	'## TODO',
	'# TODO list',
	'TODOs, TODO_LIST, SOME_TODO, my-TODO, TODO-123, #TODO and @TODO',
	'See TODO.md, docs/TODO and https://example.org/TODO/list',
	'todo, tbd, Todo',
	'Costs fell by 20%, not XXL% nor 1X%.',
	'XX and X axes',
	'- [ ] open\n- [x] done\n- [X] done',
	'[team name](team.md)',
	'[team name][team] and [team name][] and [team name] []',
	'[team name]: https://example.org',
	'![team name](team.png) and ![team name]',
	'\\[team name\\] and \\<metric>',
	'[1], [^note], [sic], [docs], [skip ci], [the one with no name in it at all]',
	'list[index] and Array<string>',
	'[TODO](todo.md) and [a [team name] story](story.md)',
	'<https://example.org> and <me@example.org>',
	'Press <kbd>Enter</kbd>,<br>then <br/> and <sub>rest</sub>.',
	'A <team>thing</team>, <time>noon</time>, an unclosed <title> and <metric name="a">',
	'It removed 300 TODO comments.',
	'A <widget>thing</widget> and <widget/> and <widget name="a">',
];

const elsewhere = [
	'```\n## Situation\n**Task:** TODO [team name]\n```',
	'```markdown\n## Situation\n**Task:** TODO [team name]\n```',
	'~~~\n## Situation\n**Task:** TODO [team name]\n~~~',
	'- a list\n\n  ```\n  ## Situation\n  **Task:** TODO\n  ```',
	'> ```\n> ## Situation\n> **Task:** TODO\n> ```',
	'    ## Situation\n    **Task:** TODO [team name]',
	'Inline `## Situation`, `**Task:**`, `TODO`, `XX%`, `<metric>`, `[team name]`',
	'**`Task`:** ship it',
	'<!-- TODO: [team name] -->',
	'<!--\n## Situation\n**Task:** TODO [team name]\n-->',
	'Inline <!-- TODO XX% [team name] --> comment',
	'<div>\n## Situation\n**Task:** TODO [team name]\n</div>',
	'<pre>\n## Situation\n**Task:** TODO\n</pre>',
	'An <img alt="TODO [team name]" src="a.png"> element',
	'---\ntitle: TODO [team name]\ncompetencies:\n  - Technical Influence\nstrength: 4\n---',
];

const readme = [
	'---',
	'title: A library',
	'---',
	'# A library [![build](build.svg)](ci)',
	'',
	'## Background',
	'Reads [docs], [semver] and the [license][mit]. See [below](#results) or <https://example.org>.',
	'',
	'**Goal:** be small. **Status:** stable, **Date:** today.',
	'',
	'**Status:** Accepted',
	'',
	'## TODO',
	'- [ ] more `TODO`s',
	'- [x] `[team name]`',
	'',
	'## Results',
	'| **Task** | Time |',
	'|---|---|',
	'| parse | 20% |',
	'',
	'## Settings (optional)',
	'<details><summary>All</summary>',
	'**Context:** one',
	'</details>',
	'',
	'[docs]: https://example.org',
	'[mit]: LICENSE',
].join('\n');

describe('grammar', () => {
	before(async () => {
		const wasm = await readFile(fileURLToPath(import.meta.resolve('vscode-oniguruma/release/onig.wasm')));
		await oniguruma.loadWASM(new Uint8Array(wasm).buffer);
		plain = await loadMarkdown([]);
		injected = await loadMarkdown([injection]);
	});

	describe('marks the section name in a heading', () => marks(headings));
	describe('leaves other headings alone', () => marksNothing(otherHeadings));
	describe('marks the section name in a label', () => marks(labels));
	describe('leaves other strong text alone', () => marksNothing(otherLabels));
	describe("marks a bank story's lines", () => marks(fields));
	describe('leaves similar lines alone', () => marksNothing(otherFields));
	describe('marks placeholders', () => marks({ ...placeholders, ...anglePlaceholders }));
	describe('sees no placeholder in', () => marksNothing(noPlaceholders));
	describe('marks nothing in code, comments, HTML blocks and front matter', () => marksNothing(elsewhere));

	describe('knows every name of a section, in any case', () => {
		const sectionNames = createSectionNames([]);
		for (const [language, kinds] of Object.entries(namesByLanguage)) {
			it(language, () => {
				for (const name of Object.values(kinds).flatMap(({ own, aliases }) => [...own, ...aliases])) {
					const section = sectionNames.read(name)?.kinds[0];
					const capitalised = name.charAt(0).toUpperCase() + name.slice(1);
					for (const word of [name, name.toUpperCase(), capitalised, name.normalize('NFD')]) {
						expect(marked(`## ${word}`)).to.deep.equal([`meta.section.${section}=${word}`]);
						expect(marked(`- **${word}:** text`)).to.deep.equal([`meta.section.${section}=${word}`]);
					}
				}
			});
		}
	});

	describe('adds to Markdown without taking from it', () => {
		const all = [
			...[headings, labels, fields, placeholders].flatMap((table) => Object.keys(table)),
			...otherHeadings,
			...otherLabels,
			...otherFields,
			...noPlaceholders,
			...elsewhere,
			readme,
		];
		for (const markdown of all) {
			it(JSON.stringify(markdown), () => {
				const own = withScopes(tokens(plain, markdown), isMarkdowns);
				expect(withScopes(tokens(injected, markdown), isMarkdowns)).to.deep.equal(own);
			});
		}
	});

	describe('reads headings and labels as the parser does', () => {
		const sectionNames = createSectionNames([]);
		const all = [...Object.keys(headings), ...otherHeadings, ...Object.keys(labels), ...otherLabels];
		// The parser also reads a name in code or in a link; the grammar leaves those to Markdown.
		for (const markdown of all.filter((each) => !/`|\]\(/.test(each))) {
			it(JSON.stringify(markdown), () => {
				const markers = findMarkers(parseMarkdown(markdown), markdown, sectionNames);
				const parsed = markers.flatMap(({ kind }) => (kind ? [kind] : []));
				const kinds = marked(markdown).map((mark) => /section\.(\w+)/.exec(mark)?.[1]);
				expect(kinds).to.deep.equal(parsed);
			});
		}
	});

	it("puts its scope inside a heading's own", () => {
		const heading = 'markup.heading.markdown heading.2.markdown';
		expect(
			tokens(injected, '## Situation (20%)').map(({ text, scopes }) => [text, scopes.join(' ')]),
		).to.deep.equal([
			['##', `${heading} punctuation.definition.heading.markdown`],
			[' ', heading],
			['Situation', `${heading} entity.name.section.markdown meta.section.star-stories.situation`],
			[' (20%)', `${heading} entity.name.section.markdown`],
		]);
	});

	it("puts its scope inside a label's own", () => {
		const label = tokens(injected, '- **Task:** ship it').find(({ text }) => text === 'Task');
		expect(label?.scopes.join(' ')).to.equal(
			'markup.list.unnumbered.markdown meta.paragraph.markdown markup.bold.markdown meta.section.star-stories.task',
		);
	});

	it("keeps Markdown's own where a placeholder may be a reference link", () => {
		const word = tokens(injected, 'By [number].').find(({ text }) => text === 'number');
		expect(word?.scopes.join(' ')).to.equal(
			'meta.paragraph.markdown meta.link.reference.markdown string.other.link.title.markdown ' +
				'meta.story.star-stories.placeholder',
		);
	});

	it('gives nothing a scope that themes colour, as it cannot tell stories from other files', () => {
		const named = [...JSON.stringify(injectionGrammar()).matchAll(/"name":"([^"]*)"/gu)].flatMap(([, name = '']) =>
			name.split(' '),
		);
		const own = named.filter(isOwn);
		expect(own).to.include('meta.story.star-stories.tag');
		expect(own.filter((scope) => !/^meta\.(?:story|field|section)\.star-stories\b/u.test(scope))).to.deep.equal([]);
	});
});
