import { languageService } from '../core/languageService.ts';
import { analyseFiles } from './analyseFiles.ts';
import { type FileSystem, nodeFileSystem } from './fileSystem.ts';
import { OpenDocuments } from './openDocuments.ts';
import type { WorkerService } from './protocol.ts';
import { SearchedStories } from './searchedStories.ts';

const files = nodeFileSystem();
const documents = new OpenDocuments();
const searched = new SearchedStories();

export const workerService: WorkerService = {
	...languageService,
	analyseDocument: (document, text, context) => documents.analyse(document, text, context),
	analyseFiles: (paths, context) => analyseFiles(theDisk(), paths, context),
	takeSearched: (revision, changes) => searched.take(revision, changes),
	findSearched: (revision, question, { frameworks }, most) => searched.find(revision, question, frameworks, most),
};

function theDisk(): FileSystem {
	if (!files) throw new Error('There are no files in a browser.');
	return files;
}
