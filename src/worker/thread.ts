// The worker of both extension hosts: a worker thread in Node, a Web Worker in a browser.
import { Lookups } from '../core/framework/lookups.ts';
import { languageService } from '../core/languageService.ts';
import { messageOf } from '../core/text/messageOf.ts';
import { analyseFiles } from './analyseFiles.ts';
import { type FileSystem, nodeFileSystem } from './fileSystem.ts';
import { OpenDocuments } from './openDocuments.ts';
import { type Call, type FromWorker, lookupsForNumbers, type ToWorker, type WorkerService } from './protocol.ts';
import { SearchedStories } from './searchedStories.ts';

const files = nodeFileSystem();
const documents = new OpenDocuments();
const searched = new SearchedStories();

const workerService: WorkerService = {
	...languageService,
	analyseDocument: (document, text, context) => documents.analyse(document, text, context),
	analyseFiles: (paths, context) => analyseFiles(theDisk(), paths, context),
	takeSearched: (revision, changes) => searched.take(revision, changes),
	findSearched: (revision, question, { lookups }, most) => searched.find(revision, question, lookups, most),
};

function theDisk(): FileSystem {
	if (!files) throw new Error('There are no files in a browser.');
	return files;
}

const lookupsOf = new Map<number, Lookups>();

const inNode = typeof process === 'undefined' ? undefined : process.getBuiltinModule('node:worker_threads').parentPort;
const port = inNode ?? {
	postMessage: (message: FromWorker) => postMessage(message),
	on: (_event: 'message', listener: (message: ToWorker) => void) =>
		addEventListener('message', ({ data }) => listener(data)),
};

port.on('message', (message) => {
	if (message.form === 'call') {
		port.postMessage(answer(message));
		return;
	}
	lookupsOf.set(message.id, new Lookups(message.frameworks));
	for (const id of message.forget) lookupsOf.delete(id);
});
port.postMessage({ form: 'ready', at: Date.now() });

function answer({ id, method, args }: Call): FromWorker {
	try {
		const call = workerService[method] as (...args: readonly unknown[]) => unknown;
		return {
			form: 'result',
			id,
			result: call(...lookupsForNumbers(args, (number) => lookupsOf.get(number))),
		};
	} catch (error) {
		return { form: 'failure', id, message: messageOf(error) };
	}
}
