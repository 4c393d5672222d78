/** Names that the code and the manifest share; a test holds them against package.json. */
export const commands = {
	newStory: 'starStories.newStory',
	openSamples: 'starStories.openSamples',
	chooseFrameworks: 'starStories.chooseFrameworks',
	findMyStories: 'starStories.findMyStories',
	insertSection: 'starStories.insertSection',
	showReport: 'starStories.showReport',
	createReport: 'starStories.createReport',
	openStory: 'starStories.openStory',
	showProblems: 'starStories.showProblems',
	newStoryFor: 'starStories.newStoryFor',
	splitBank: 'starStories.splitBank',
	convertTable: 'starStories.convertTable',
	convertStories: 'starStories.convertStories',
	tagCandidates: 'starStories.tagCandidates',
	notAStory: 'starStories.notAStory',
	showHiddenCandidates: 'starStories.showHiddenCandidates',
	createFramework: 'starStories.createFramework',
	switchOnFramework: 'starStories.switchOnFramework',
	addCompetency: 'starStories.addCompetency',
	tagStory: 'starStories.tagStory',
	untagStory: 'starStories.untagStory',
	replaceTag: 'starStories.replaceTag',
	setStrength: 'starStories.setStrength',
	setStatus: 'starStories.setStatus',
	setScope: 'starStories.setScope',
	markReady: 'starStories.markReady',
	revealInView: 'starStories.revealInView',
	undoInView: 'starStories.undoInView',
	openToSide: 'starStories.openToSide',
	copyAsMarkdown: 'starStories.copyAsMarkdown',
	revealStoryFile: 'starStories.revealStoryFile',
	renameStory: 'starStories.renameStory',
	deleteStory: 'starStories.deleteStory',
	renameCompetency: 'starStories.renameCompetency',
	planOpportunity: 'starStories.planOpportunity',
	findStory: 'starStories.findStory',
	copyCueCard: 'starStories.copyCueCard',
	copyForForm: 'starStories.copyForForm',
	copyRichText: 'starStories.copyRichText',
	addQuestions: 'starStories.addQuestions',
	logInterview: 'starStories.logInterview',
	itWasAsked: 'starStories.itWasAsked',
	sayHowItLanded: 'starStories.sayHowItLanded',
	planInterview: 'starStories.planInterview',
	regeneratePlan: 'starStories.regeneratePlan',
	tagPlanned: 'starStories.tagPlanned',
	planFromPosting: 'starStories.planFromPosting',
	groupStories: 'starStories.groupStories',
	chooseLens: 'starStories.chooseLens',
	filterStories: 'starStories.filterStories',
	resetView: 'starStories.resetView',
	showMatrix: 'starStories.showMatrix',
	practise: 'starStories.practise',
	exportPractice: 'starStories.exportPractice',
	importPractice: 'starStories.importPractice',
	resetPractice: 'starStories.resetPractice',
} as const;

export const views = { competencies: 'starStories.competencies' } as const;

/** The scheme of the sample stories in memory; the manifest names it too. */
export const samplesScheme = 'star-stories-samples';

/** Panels that show a page, by their types in VS Code. */
export const pages = { matrix: 'starStories.matrix', practice: 'starStories.practice' } as const;

/** The section of the settings. */
export const settingsSection = 'starStories';

/** The owner of the problems, as the Problems panel names it. */
export const diagnosticSource = 'STAR Stories';

/** Keys for `when` clauses. Unset means false, so none is to be negated where it may not be set yet. */
export const contextKeys = {
	/** The first scan of the workspace is over, and the tree has nothing to show. */
	empty: 'starStories.empty',
	/** The workspace holds tagged stories. */
	hasStories: 'starStories.hasStories',
	/** The workspace holds stories that are not tagged yet. */
	hasCandidates: 'starStories.hasCandidates',
	/** The document in the active editor holds stories or candidates. */
	storyInEditor: 'starStories.storyInEditor',
	/** The document in the active editor is the plan of an interview. */
	planInEditor: 'starStories.planInEditor',
	/** The tree is grouped, seen through one framework or filtered. */
	narrowed: 'starStories.narrowed',
	/** Candidates of this workspace were said to be no stories. */
	hiddenCandidates: 'starStories.hiddenCandidates',
	severalFrameworks: 'starStories.severalFrameworks',
	/** The document in the active editor has a table of stories. */
	storyTable: 'starStories.storyTable',
	/** There are stories, and a language model to talk about them with. */
	chatModel: 'starStories.chatModel',
} as const;

/** Commands behind buttons that nobody types. */
export const internalCommands = { previewProposal: 'starStories.previewProposal' } as const;

/** Participants of chat. */
export const participants = { star: 'starStories.star' } as const;

/** Servers of the Model Context Protocol that VS Code may ask for. */
export const mcpServers = { stories: 'starStories' } as const;

/** Tools for language models. */
export const tools = { find: 'star_stories_find', coverage: 'star_stories_coverage' } as const;
