import { expect } from 'chai';
import * as vscode from 'vscode';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import type { Frameworks } from '../../src/core/library/frameworks.ts';
import { StoryFiles } from '../../src/core/library/storyFiles.ts';
import type { OpportunityFiles } from '../../src/core/questions/opportunities/opportunityFiles.ts';
import { registerChat } from '../../src/vscode/features/chat/chat.ts';
import { StarParticipant, type StarServices } from '../../src/vscode/features/chat/starParticipant.ts';
import { NameHiding } from '../../src/vscode/features/report/nameHiding.ts';
import { Reports } from '../../src/vscode/features/report/reports.ts';
import { startWorker } from '../../src/vscode/worker.ts';
import { VscodeWorkspace } from '../../src/vscode/workspace.ts';
import { LanguageClient } from '../../src/worker/client.ts';
import { eventuallyEquals } from './eventually.ts';
import { inEveryHost } from './hosts.ts';
import { scratchFolder } from './scratchFolder.ts';
import { soundStory } from './soundStory.ts';

inEveryHost('activation', '@star in chat', () => {
	const scratch = scratchFolder();
	let services: StarServices & { readonly log: vscode.LogOutputChannel };
	const disposables: vscode.Disposable[] = [];

	beforeEach(() => {
		const { extensionUri } = vscode.extensions.getExtension('star-stories.star-stories') ?? {};
		if (!extensionUri) throw new Error('The extension is not there');
		const log = vscode.window.createOutputChannel('Test', { log: true });
		const language = new LanguageClient((listener) => startWorker(extensionUri, listener));
		const workspace = new VscodeWorkspace(log);
		const lookups = new Lookups([staff]);
		const frameworks = {
			lookupsFor: () => lookups,
			fileFor: () => undefined,
			names: [],
		} as unknown as Frameworks;
		const storyFiles = new StoryFiles({ workspace, analyser: language, frameworks, log });
		const interviews = { all: [], unread: [] };
		const allKnown = async () => undefined;
		const nameHiding = new NameHiding({ storyFiles, frameworks, language, interviews, allKnown });
		const opportunities = { all: [] } as unknown as OpportunityFiles;
		const reports = new Reports({
			workspace,
			language,
			storyFiles,
			frameworks,
			opportunities,
			interviews,
			nameHiding,
		});
		services = { storyFiles, reports, nameHiding, allKnown, log };
		disposables.push(log, language, workspace);
	});

	afterEach(() => {
		for (const each of disposables.splice(0).toReversed()) each.dispose();
	});

	/** Writes a story, and has it taken in. */
	async function save(text: string): Promise<string> {
		const { storyFiles } = services;
		const uri = (await scratch.write('story.md', text)).toString();
		storyFiles.update([[uri, await storyFiles.read(uri, text)]]);
		return uri;
	}

	it('is there while there are both stories and a model, and VS Code takes it', async () => {
		const changed = new vscode.EventEmitter<void>();
		disposables.push(changed);
		let models: readonly ModelOfTest[] = [];
		let there = 0;
		const lm = {
			selectChatModels: async () => models as unknown as vscode.LanguageModelChat[],
			onDidChangeChatModels: changed.event,
		};
		const chat = {
			createChatParticipant: (...args: Parameters<typeof vscode.chat.createChatParticipant>) => {
				const participant = vscode.chat.createChatParticipant(...args);
				there++;
				return Object.assign(Object.create(participant), {
					dispose() {
						there--;
						participant.dispose();
					},
				}) as vscode.ChatParticipant;
			},
		};
		const settle = () => new Promise<void>((resolve) => void setTimeout(resolve));
		const registered = registerChat(services, { lm, chat });
		disposables.push(registered);
		// With neither, with a model alone, and with a story alone.
		await settle();
		models = [new ModelOfTest('one')];
		changed.fire();
		await settle();
		expect(there).to.equal(0);
		models = [];
		changed.fire();
		const uri = await save(await soundStory());
		await settle();
		expect(there).to.equal(0);

		models = [new ModelOfTest('one')];
		changed.fire();
		await eventuallyEquals(() => there, 1);
		changed.fire();
		await settle();
		expect(there).to.equal(1);
		models = [];
		changed.fire();
		await eventuallyEquals(() => there, 0);
		models = [new ModelOfTest('two')];
		changed.fire();
		await eventuallyEquals(() => there, 1);
		services.storyFiles.update([[uri, undefined]]);
		await eventuallyEquals(() => there, 0);
	});

	it('is nowhere where VS Code has no chat or no models', () => {
		for (const api of [{}, { lm: vscode.lm }, { chat: vscode.chat }, { chat: vscode.chat, lm: {} }])
			expect(() => registerChat(services, api).dispose()).not.to.throw();
	});

	it('says first what is certain, shows what would go, and sends that alone once it is told to', async () => {
		await save((await soundStory()).replace('status: ready', 'status: ready\nconfidential: [used cameras]'));
		const [chat, model] = [new ChatOfTest(services), new ModelOfTest('one')];
		const shown = await chat.say(model, 'Retiring the nightly', 'review');
		expect(shown.indexOf('Nothing was found')).to.be.within(0, shown.indexOf('word for word'));
		expect(shown).to.include('After `/send` this goes to **one**');
		expect(model.sent).to.deep.equal([]);
		expect(chat.followUps()).to.deep.equal(['Send this to one']);
		// What is typed instead of /send is not sent either.
		expect(await chat.say(model, 'Well?')).to.include('sends nothing before `/send`');
		expect(model.sent).to.deep.equal([]);

		await chat.say(model, 'Retiring the nightly', 'review');
		model.answers.push(
			'```proposal\n[Company A] sells [Name A]\n=====\nWe sell [Name A]\n```\n![x](https://a.b/c)',
		);
		const answer = await chat.say(model, '', 'send');
		expect(answer).to.include(String.raw`\![x]`);
		expect(chat.buttons).to.deep.equal(['Preview This Edit']);
		expect(model.sent).to.have.length(1);
		const [[sent = ''] = []] = model.sent;
		expect(sent)
			.to.include('[Company A] sells [Name A]')
			.and.not.match(/lensgate|used cameras/iu);
		expect(words(shown)).to.include(words(sent));
		expect(chat.followUps()).to.deep.equal([]);

		// It goes on: with all that was said, and without names.
		expect(await chat.say(model, 'I was at Lensgate then.')).to.include('This went to **one**');
		expect(model.sent[1]).to.have.length(3);
		expect(model.sent[1]?.[0]).to.equal(sent);
		expect(model.sent[1]?.[2]).to.equal('I was at [Company A] then.');
		expect(await chat.say(model, '', 'send')).to.include('Nothing waits to be sent.');
	});

	it('asks again before anything goes to another model, also in a conversation that has begun', async () => {
		await save(await soundStory());
		const chat = new ChatOfTest(services);
		const [one, two, three] = [new ModelOfTest('one'), new ModelOfTest('two'), new ModelOfTest('one', 'others')];
		await chat.say(one, 'Retiring the nightly', 'probe');
		expect(await chat.say(two, '', 'send')).to.include('After `/send` this goes to **two**');
		expect(await chat.say(three, '', 'send')).to.include('After `/send` this goes to **one**');
		expect([one.sent, two.sent, three.sent]).to.deep.equal([[], [], []]);
		await chat.say(one, '', 'send');
		await chat.say(one, '', 'send');
		expect(one.sent).to.have.length(1);

		for (const other of [two, three]) {
			for (const typed of ['My answer.', 'My answer, once more.'])
				expect(await chat.say(other, typed)).to.include('all that was said above, and this, goes to');
			expect(other.sent).to.deep.equal([]);
		}
		// Who has it all goes on without being asked.
		expect(await chat.say(one, 'Back to you.')).not.to.include('/send');
		expect(one.sent[1]).to.have.length(3);
		await chat.say(two, 'And you?');
		await chat.say(two, '', 'send');
		expect(two.sent.map((messages) => messages.length)).to.deep.equal([5]);
		await chat.say(two, 'Go on.');
		expect(two.sent[1]).to.have.length(7);
		await chat.say(one, 'And now?');
		expect(one.sent).to.have.length(2);
	});

	it('holds a mock interview without a story of one file, and can send again what got no answer', async () => {
		await save(await soundStory());
		const [chat, model] = [new ChatOfTest(services), new ModelOfTest('one')];
		expect(await chat.say(model, '', 'mock')).to.match(/What you may be asked.*\n\n- /u);
		model.failure = new Error('The line is *dead*');
		expect(await chat.say(model, '', 'send')).to.include(String.raw`No answer came: The line is \*dead\*`);
		expect(chat.followUps()).to.deep.equal(['Send this to one']);
		model.failure = undefined;
		await chat.say(model, '', 'send');
		expect(model.sent).to.have.length(2);
		expect(model.sent[0]).to.deep.equal(model.sent[1]);
	});

	it('sends nothing where names may be missing, and asks which story is meant', async () => {
		const chat = new ChatOfTest(services);
		const model = new ModelOfTest('one');
		expect(await chat.say(model, 'Nothing of the kind', 'review')).to.include('No story is called that.');
		const uri = await save(await soundStory());
		const { storyFiles } = services;
		const other = '---\ncompetencies: [mentorship]\ncompany: [Halyard\n---\n\n# Retiring the nightly shift\n';
		const second = (await scratch.write('other.md', other)).toString();
		storyFiles.update([[second, await storyFiles.read(second, other)]]);
		expect(await chat.say(model, 'Retiring the nightly', 'review')).to.match(/Which one\?.*\n\n- .*\n- /u);
		for (const [prompt, command] of [
			['Retiring the nightly reindex', 'review'],
			['Retiring the nightly reindex', 'probe'],
			['', 'mock'],
		] as const) {
			const shown = await chat.say(model, prompt, command);
			expect(shown).to.include('Nothing is shared').and.not.include('word for word');
			expect(chat.followUps()).to.deep.equal([]);
			await chat.say(model, '', 'send');
		}
		expect(model.sent).to.deep.equal([]);
		expect(
			await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)).then((each) => each.isDirty),
		).to.equal(false);
	});
});

/** A model that writes down what it is sent, and answers what it is given. */
class ModelOfTest {
	readonly name: string;
	readonly id: string;
	readonly vendor: string;
	/** The texts of each request. */
	readonly sent: string[][] = [];
	readonly answers: string[] = [];
	failure: Error | undefined;

	constructor(id: string, vendor = 'test') {
		this.name = id;
		this.id = id;
		this.vendor = vendor;
	}

	async sendRequest(messages: readonly vscode.LanguageModelChatMessage[]): Promise<object> {
		this.sent.push(
			messages.map(({ content }) =>
				content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join(''),
			),
		);
		if (this.failure) throw this.failure;
		const answer = this.answers.shift() ?? 'Noted.';
		return {
			text: (async function* () {
				yield* answer.match(/.{1,7}/gsu) ?? [];
			})(),
		};
	}
}

/** A conversation with the participant, as chat holds it. */
class ChatOfTest {
	readonly #star: StarParticipant;
	readonly #history: object[] = [];
	#result: vscode.ChatResult = {};
	/** The titles of those in the last answer. */
	readonly buttons: string[] = [];

	constructor(services: StarServices) {
		this.#star = new StarParticipant(services);
	}

	/** @returns what is shown */
	async say(model: ModelOfTest, prompt: string, command?: string): Promise<string> {
		let shown = '';
		this.buttons.length = 0;
		const stream = {
			markdown: (text: string | vscode.MarkdownString) =>
				void (shown += typeof text === 'string' ? text : text.value),
			button: ({ title }: vscode.Command) => void this.buttons.push(title),
		};
		const source = new vscode.CancellationTokenSource();
		this.#result = await this.#star.handle(
			{ prompt, command, references: [], model } as unknown as vscode.ChatRequest,
			{ history: this.#history } as unknown as vscode.ChatContext,
			stream as unknown as vscode.ChatResponseStream,
			source.token,
		);
		source.dispose();
		const turn: object = Object.create(vscode.ChatResponseTurn.prototype);
		this.#history.push(Object.defineProperty(turn, 'result', { value: this.#result }));
		return shown;
	}

	followUps(): readonly (string | undefined)[] {
		return this.#star.followUps(this.#result).map(({ label }) => label);
	}
}

/** The words of a text that is quoted and escaped, or not. */
function words(text: string): string {
	return text
		.replace(/^> /gmu, '')
		.replace(/&nbsp;/gu, ' ')
		.replace(/[\s\\]+/gu, '');
}
