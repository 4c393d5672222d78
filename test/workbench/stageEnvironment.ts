const variable = 'STAR_STORIES_TEST_STAGE';

/** The environment of a stage of `npm test`: somebody watches how far it is. */
export const stageEnvironment = { [variable]: '1' };

/** Whether this process belongs to a stage of `npm test`. */
export function isStage(): boolean {
	return process.env[variable] !== undefined;
}
