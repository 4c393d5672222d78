import type { Target } from '../framework/model.ts';
import type { TargetLevel } from '../framework/targetLevel.ts';
import type { CoverageState } from '../library/coverage.ts';
import type { CueAngle, CueLine, CueProbe } from '../library/cueCard.ts';
import type { Portfolio } from '../library/portfolio/portfolio.ts';
import type { WantedKind } from '../library/portfolio/wantedKinds.ts';
import type { Archetype, Status } from '../story/fields.ts';
import type { StoryScope } from '../story/storyScope.ts';
import type { Severity } from '../text/problem.ts';

/** Version of the form of {@link Report}: it grows by one when something a reader relies on changes. */
export const reportVersion = 1;

/**
 * Everything a report says, in whatever format. Plain data, and the same data for the same library. Each text is on one
 * line and without markup.
 */
export interface Report {
	readonly version: typeof reportVersion;
	/** The day on which it was made, `YYYY-MM-DD`; left out where the same library is to give the same bytes. */
	readonly date?: string;
	/** Name of the framework through which the stories are seen; absent where it is all that are active. */
	readonly lens?: string;
	/** Path of the folder that it is about, with `/`; absent where it is about all stories. */
	readonly scope?: string;
	/** What was hidden; absent where nobody asked for it. */
	readonly redaction?: Redaction;
	readonly summary: ReportSummary;
	/** What the author prepares for; absent where no story says how far it reached. */
	readonly level?: TargetLevel;
	/** What each competency has, in the order of the framework. */
	readonly competencies: readonly ReportCompetency[];
	/** Questions of the framework in its order, then those that only stories name. */
	readonly questions: readonly ReportQuestion[];
	/** Every story, in the order of files and places. What else names a story gives its index here. */
	readonly stories: readonly ReportStory[];
	/** Open problems, the rules with the graver ones first. */
	readonly problems: readonly ReportRule[];
	/** What the stories are together; absent where there is none that is not retired. */
	readonly portfolio?: ReportPortfolio;
	/** What interviews say of the stories; absent where none was held. */
	readonly interviews?: ReportInterviews;
	/** What is different from an earlier report; absent where there is none. */
	readonly changes?: ReportChanges;
}

export interface Redaction {
	/** How many names are listed. */
	readonly listed: number;
	/** What stands where a name stood, with how often it does. */
	readonly replaced: readonly { readonly placeholder: string; readonly count: number }[];
	/** In how many files the names that they list could not be read for sure; absent where in none. */
	readonly unread?: number;
}

export interface ReportSummary {
	readonly stories: number;
	readonly files: number;
	/** How many stories have each status. */
	readonly statuses: Readonly<Record<Status, number>>;
	/** How many competencies are in each state. */
	readonly states: Readonly<Record<CoverageState, number>>;
	/** Open problems of all stories. */
	readonly problems: number;
}

/** What the library holds for one competency: the mapping, and what to do where it is thin. */
export interface ReportCompetency {
	readonly id: string;
	readonly name: string;
	readonly target: Target;
	readonly state: CoverageState;
	/** Stories that are ready. */
	readonly ready: number;
	/** Stories that are not retired. */
	readonly stories: number;
	/** The one or two to tell first, the better one in front. */
	readonly best: readonly ReportBest[];
	/** What would close the gap, or what to enjoy, in a sentence. */
	readonly advice: string;
	/** Questions to ask oneself where there is a gap; else none. */
	readonly prompts: readonly string[];
	/** What the author plans in order to get a story for it. */
	readonly opportunities: readonly ReportOpportunity[];
	/** How far its stories reached; absent where no story of the library says. */
	readonly reach?: ReportReach;
}

/** How far the stories of a competency reached, against what the level wants. */
export interface ReportReach {
	/** Absent where none of them says. */
	readonly widest?: StoryScope;
	readonly wanted: StoryScope;
	/** How many of them do not say. */
	readonly unsaid: number;
}

/** A story to tell first for a competency. */
export interface ReportBest {
	readonly story: number;
	/** Why it leads, each in a few words, such as `primary`, `ready`, `strength 4`. */
	readonly why: readonly string[];
}

/** A chance to gain the experience that a story needs. */
export interface ReportOpportunity {
	readonly text: string;
	/** When, as the author writes it. */
	readonly when?: string;
}

/** A question with the stories that answer it. */
export interface ReportQuestion {
	/** Its id in the framework; absent where only a story names it. */
	readonly id?: string;
	readonly text: string;
	/** Names of the competencies that it probes. */
	readonly competencies: readonly string[];
	/** Stories that name it or prove a competency that it probes, the one to tell first in front. */
	readonly stories: readonly number[];
}

/** A place in a file. */
export interface ReportPlace {
	/** Path from the folder, with `/`. */
	readonly path: string;
	/** Counted from 1. */
	readonly line: number;
	/** Where a link to the place leads; absent where none can be given. */
	readonly link?: string;
}

/** A story as a card shows it. */
export interface ReportStory extends ReportPlace {
	readonly title: string;
	readonly status: Status;
	readonly strength?: number;
	readonly date?: string;
	readonly scope?: StoryScope;
	readonly archetypes?: readonly Archetype[];
	readonly company?: string;
	readonly project?: string;
	readonly team?: string;
	readonly role?: string;
	/** Names of the competencies that it proves, the primary one first. */
	readonly competencies: readonly string[];
	/** Tags that no active framework knows, as they are written. */
	readonly unknownTags: readonly string[];
	/** The sentence to open with. */
	readonly opening?: string;
	/** What the author wrote under `In short`. */
	readonly inShort?: string;
	/** A line for each section that has more to say. */
	readonly lines: readonly CueLine[];
	/** With which sentence it is turned to each competency; absent where there is none. */
	readonly angles?: readonly CueAngle[];
	/** The numbers to remember, the headline first. */
	readonly metrics: readonly string[];
	/** What an interviewer asks next, the most telling first. */
	readonly probes: readonly CueProbe[];
	readonly words: number;
	/** How long it takes to tell, such as `2 min 10 s`; absent where there is nothing to tell. */
	readonly spoken?: string;
	readonly problems: number;
}

/** The open problems that one rule found. */
export interface ReportRule {
	readonly rule: string;
	readonly severity: Severity;
	readonly found: readonly ReportProblem[];
}

export interface ReportProblem extends ReportPlace {
	readonly message: string;
	/** The story it belongs to, where it belongs to one. */
	readonly story?: number;
}

/** What is different from an earlier report. */
export interface ReportChanges {
	/** The day of the earlier report, where it says. */
	readonly since?: string;
	readonly added: readonly number[];
	/** Titles of stories that are gone. */
	readonly removed: readonly string[];
	/** Stories that are there still, with what is new about them in a few words each, such as `draft → ready`. */
	readonly changed: readonly { readonly story: number; readonly what: readonly string[] }[];
	/** Competencies whose state is another one. */
	readonly competencies: readonly {
		readonly name: string;
		readonly from: CoverageState;
		readonly to: CoverageState;
	}[];
	/** Open problems, then and now. */
	readonly problems: { readonly from: number; readonly to: number };
}

/** What the stories are together, through all active frameworks. */
export interface ReportPortfolio extends Omit<Portfolio, 'missing' | 'retire'> {
	/** Kinds of stories that are asked for and missing, with the stories that may be one. */
	readonly missing: readonly { readonly kind: WantedKind; readonly maybe: readonly number[] }[];
	/** Ready stories that could go, the weakest first, with the reasons in a few words each. */
	readonly retire: readonly { readonly story: number; readonly reasons: readonly string[] }[];
}

/** What was asked in interviews, and how the stories landed. */
export interface ReportInterviews {
	/** How many interviews were held. */
	readonly held: number;
	/** How many questions were asked in them. */
	readonly asked: number;
	/** The stories that were told, those that land best in front. */
	readonly landing: readonly ReportTelling[];
	/** Stories that one company has heard more than three times. */
	readonly often: readonly { readonly story: number; readonly company: string; readonly times: number }[];
	/** Questions that were asked and not foreseen, in the order of the interviews. */
	readonly unforeseen: readonly ReportUnforeseen[];
}

/** How often a story was told, and how it landed where that is clear. */
export interface ReportTelling {
	readonly story: number;
	readonly told: number;
	readonly well: number;
	readonly ok: number;
	readonly badly: number;
}

/** A question that was asked although no story was ready for it. */
export interface ReportUnforeseen {
	readonly text: string;
	/** Names of the competencies that it was about; none where that is not clear. */
	readonly competencies: readonly string[];
	readonly company?: string;
	readonly date?: string;
	/** Why it was not foreseen, in a few words. */
	readonly why: string;
}

/** All stories but the retired ones. */
export function currentStories({ stories }: Report): readonly ReportStory[] {
	return stories.filter(({ status }) => status !== 'retired');
}
