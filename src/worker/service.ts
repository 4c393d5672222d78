import { languageService } from '../core/languageService.ts';
import { DiskReader } from './analyseFiles.ts';
import { nodeFileSystem } from './fileSystem.ts';
import { OpenDocuments } from './openDocuments.ts';
import type { WorkerService } from './protocol.ts';
import { SearchedStories } from './searchedStories.ts';

const files = nodeFileSystem();
const disk = files && new DiskReader(files);
const documents = new OpenDocuments();
const searched = new SearchedStories();

export const workerService: WorkerService = {
	...languageService,
	analyseDocument: (document, text, context) => documents.analyse(document, text, context),
	analyseFiles: (paths, context) => diskReader().analyse(paths, context),
	surveyFiles: (paths, context) => diskReader().survey(paths, context),
	openCache: (file) => diskReader().open(file),
	saveCache: (file, prune) => diskReader().save(file, prune),
	takeSearched: (revision, changes) => searched.take(revision, changes),
	findSearched: (revision, question, { frameworks }, most) => searched.find(revision, question, frameworks, most),
};

function diskReader(): DiskReader {
	if (!disk) throw new Error('There are no files in a browser.');
	return disk;
}
